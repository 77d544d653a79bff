import { availableParallelism, totalmem } from 'node:os';
import { createHost } from '../../src/host.ts';
import { Browser } from '../../src/render/pdf/browser.ts';

/** What figures depend on, and nothing that says whose machine it is. */
export interface MachineFacts {
  readonly cores: number;
  /** Gibibytes. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  readonly browser: string;
}

export async function machineFacts(): Promise<MachineFacts> {
  const browser = new Browser(createHost());
  try {
    return {
      cores: availableParallelism(),
      memory: Math.round(totalmem() / 1024 ** 3),
      system: `${process.platform} ${process.arch}`,
      node: process.versions.node,
      browser: (await browser.ready()).version,
    };
  } finally {
    await browser.close();
  }
}
