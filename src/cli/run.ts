import { defectOf } from '../batch/outcome.ts';
import { Diagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { createHost } from '../host.ts';
import { reportRefusal } from '../load/report-refusal.ts';
import { commands } from './commands.ts';
import { describeDefect } from './describe-defect.ts';
import { exitCodes } from './exit-codes.ts';
import { parseArguments, UsageError, type Arguments } from './parse-arguments.ts';
import { printAnswer } from './print-answer.ts';
import { diagnosticsForJson, printDiagnostics } from './report-runs.ts';
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
    if (argv.includes('--json')) printFailure(exitCodes.usage, [], terminal);
    return exitCodes.usage;
  }
  if (given === 'help') {
    terminal.out(`${usage}\n`);
    return exitCodes.ok;
  }
  const host = createHost();
  try {
    return await commands[given.command](given, host, terminal);
  } catch (error) {
    const refusal = new Diagnostics(terminal.language);
    if (reportRefusal(error, refusal)) {
      await printDiagnostics(refusal.all, host, terminal);
      if (given.json) printFailure(exitCodes.input, refusal.all, terminal);
      return exitCodes.input;
    }
    terminal.error(describeDefect(defectOf(error), given.debug, terminal.language));
    if (given.json) printFailure(exitCodes.internal, [], terminal);
    return exitCodes.internal;
  }
}

/** What `--json` gives where no command came to a result. */
function printFailure(exitCode: number, diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  printAnswer(exitCode, { reports: [], diagnostics: diagnosticsForJson([{ diagnostics }]) }, terminal);
}
