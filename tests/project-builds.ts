import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './project-copy.ts';

export const builtThemes = ['whitepaper', 'gongwen'] as const;
export type BuiltTheme = (typeof builtThemes)[number];

/** Where the command's answer is once all reports of a theme are built; it ends with a line break. */
export const answerFile = (folder: string, theme: BuiltTheme): string => join(folder, `${theme}.json`);

/** Build all reports in a theme below a folder; whoever comes later does nothing. */
export async function buildOnce(folder: string, theme: BuiltTheme, signal?: AbortSignal): Promise<void> {
  const out = join(folder, theme);
  if (!(await isFirst(`${out}.lock`))) return;
  const answer = await buildAll(theme, out, signal);
  if (!signal?.aborted) await writeFile(answerFile(folder, theme), answer);
}

function buildAll(theme: string, out: string, signal?: AbortSignal): Promise<string> {
  const args = ['bin/whitepaper.js', 'build', '--all', '--theme', theme, '--out', out, '--json'];
  const env = { ...process.env, LANG: 'en_US.UTF-8' };
  const options = { cwd: projectRoot, env, maxBuffer: 1e8, ...(signal && { signal }) };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (_error, stdout) => {
      // A failed build answers, too; what is missing then is for the tests to find.
      resolve(`${stdout}\n`);
    });
  });
}

const isFirst = (lock: string): Promise<boolean> =>
  mkdir(lock).then(
    () => true,
    () => false,
  );
