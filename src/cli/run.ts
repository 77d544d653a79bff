import { defectOf } from '../batch/outcome.ts';
import { createHost } from '../host.ts';
import { commands } from './commands.ts';
import { describeDefect } from './describe-defect.ts';
import { exitCodes } from './exit-codes.ts';
import { parseArguments, UsageError, type Arguments } from './parse-arguments.ts';
import type { Terminal } from './terminal.ts';
import { usage } from './usage.ts';

/** Run one command line and return its exit code; nothing here ends the process. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  let given: Arguments | 'help';
  try {
    given = parseArguments(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.error(`${error.message}\n\n${usage}\n`);
    if (argv.includes('--json')) terminal.out(failure(exitCodes.usage));
    return exitCodes.usage;
  }
  if (given === 'help') {
    terminal.out(`${usage}\n`);
    return exitCodes.ok;
  }
  try {
    return await commands[given.command](given, createHost(), terminal);
  } catch (error) {
    terminal.error(describeDefect(defectOf(error), given.debug, terminal.language));
    if (given.json) terminal.out(failure(exitCodes.internal));
    return exitCodes.internal;
  }
}

/** What `--json` gives where no command came to a result. */
function failure(exitCode: number): string {
  return `${JSON.stringify({ ok: false, exitCode, reports: [], diagnostics: [] })}\n`;
}
