import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { createHost } from '../../src/host.ts';
import { listReports } from '../../src/load/list-reports.ts';
import { buildReport } from '../../src/pipeline.ts';
import { Engines } from '../../src/render/engines.ts';
import type { FormatId } from '../../src/render/formats.ts';
import { quietRun } from '../examine-project.ts';
import { projectRoot } from '../project-copy.ts';

/** The finished files of the project's reports, in a folder of their own. */
export interface ReportPages {
  readonly names: readonly string[];
  /** Path of one of a report's files. */
  readonly path: (name: string, format: FormatId) => string;
  readonly remove: () => Promise<void>;
}

/** Build every report as a reader gets it. */
export async function buildPages(formats: readonly FormatId[]): Promise<ReportPages> {
  const out = await mkdtemp(join(tmpdir(), 'whitepaper-pages-'));
  const engines = new Engines(createHost(projectRoot));
  const names: string[] = [];
  try {
    for (const { region, period } of await listReports(createHost(projectRoot), new Diagnostics('en'))) {
      const request = { region, period, theme: 'whitepaper', language: 'zh-CN', formats, out, final: false };
      await buildReport(request, quietRun(projectRoot), engines);
      names.push(`${String(region)}-${period}`);
    }
  } finally {
    await engines.close();
  }
  return {
    names,
    path: (name, format) => join(out, name, `${name}.${format}`),
    remove: () => rm(out, { recursive: true, force: true }),
  };
}
