import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Native } from './native.ts';
import { inTurn } from './staging.ts';

/** Unpacking a browser takes a slow machine a while, and doing it twice at once a slower one. */
const patience = { milliseconds: 10 * 60_000, unnoticed: Infinity };

/** A folder that is made once and then only read; whoever comes while another is making it waits for that. */
export async function makeFolderOnce(
  folder: string,
  fill: (temporary: string) => Promise<void>,
  native: () => Native | undefined,
): Promise<string> {
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  await inTurn(
    folder,
    native(),
    async ({ fresh }) => {
      if (existsSync(folder)) return;
      mkdirSync(fresh, { mode: 0o700 });
      await fill(fresh);
      renameSync(fresh, folder);
    },
    patience,
  );
  return folder;
}
