import { expect } from 'vitest';
import { run } from '../../src/cli/run.ts';

/** What a command line came to. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Run a command line as a terminal would; nothing a user does may show them a stack. */
export async function say(argv: readonly string[], language: 'zh' | 'en' = 'en'): Promise<Said> {
  const said = { out: '', error: '' };
  const code = await run(argv, {
    out: (text) => void (said.out += text),
    error: (text) => void (said.error += text),
    interactive: false,
    language,
  });
  expect(said.error).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  return { code, ...said };
}
