import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import type { FormatId } from '../src/render/formats.ts';
import { answerFile, buildOnce, type BuiltTheme } from './project-builds.ts';

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
 * All reports in a theme, built once a test run, from its start where its order is ours (`test-order.ts`). A test that
 * needs other data, or a build of its own, makes it.
 */
export async function builtReports(theme: BuiltTheme): Promise<BuiltReports> {
  const folder = inject('sharedBuilds');
  await buildOnce(folder, theme);
  const file = answerFile(folder, theme);
  while (!(await exists(file))) await setTimeout(100);
  const answer = JSON.parse(await whole(file)) as Answer;
  const out = join(folder, theme);
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
