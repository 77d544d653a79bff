import { execFile } from 'node:child_process';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import type { FormatId } from '../src/render/formats.ts';
import { projectRoot } from './project-copy.ts';

/** Every report of the project in every format, as the command makes them. */
export interface BuiltReports {
  readonly names: readonly string[];
  /** Folder of one report. */
  readonly folder: (name: string) => string;
  readonly path: (name: string, format: FormatId) => string;
  readonly read: (name: string, format: FormatId) => Promise<Uint8Array>;
  /** Errors and warnings of the build: code and message. */
  readonly problems: readonly string[];
}

/** The command's answer, as far as tests read it. */
interface Answer {
  readonly reports: readonly { readonly region: string; readonly period: string }[];
  readonly diagnostics: readonly { code: string; severity: string; message: string }[];
}

/**
 * Build all reports in a theme, once a test run: the first test file that asks builds, the others wait. A test that needs
 * other data, or a build of its own, makes it.
 */
export async function builtReports(theme: 'whitepaper' | 'gongwen'): Promise<BuiltReports> {
  const out = join(inject('sharedBuilds'), theme);
  const answerFile = `${out}.json`;
  if (await isFirst(`${out}.lock`)) await writeFile(answerFile, await buildAll(theme, out));
  while (!(await exists(answerFile))) await setTimeout(100);
  const answer = JSON.parse(await whole(answerFile)) as Answer;
  const suffix = theme === 'whitepaper' ? '' : `.${theme}`;
  const path = (name: string, format: FormatId): string => join(out, name, `${name}${suffix}.${format}`);
  return {
    names: answer.reports.map(({ region, period }) => `${region}-${period}`),
    folder: (name) => join(out, name),
    path,
    read: async (name, format) => new Uint8Array(await readFile(path(name, format))),
    problems: answer.diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, message }) => `${code} ${message}`),
  };
}

function buildAll(theme: string, out: string): Promise<string> {
  const args = ['bin/whitepaper.js', 'build', '--all', '--theme', theme, '--out', out, '--json'];
  const options = { cwd: projectRoot, env: { ...process.env, LANG: 'en_US.UTF-8' }, maxBuffer: 1e8 };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (_error, stdout) => {
      // A failed build answers, too; what is missing then is for the tests to find.
      resolve(`${stdout}\n`);
    });
  });
}

/** The file once it has been written to its end, which is a line break. */
async function whole(file: string): Promise<string> {
  for (;;) {
    const text = await readFile(file, 'utf8');
    if (text.endsWith('\n')) return text;
    await setTimeout(50);
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const isFirst = (lock: string): Promise<boolean> =>
  mkdir(lock).then(
    () => true,
    () => false,
  );
