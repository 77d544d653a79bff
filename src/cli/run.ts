import { createHost } from '../host.ts';
import { commands } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { parseArguments, usage, UsageError, type Arguments } from './parse-arguments.ts';
import type { Terminal } from './terminal.ts';

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
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    const apology =
      terminal.language === 'zh'
        ? '内部错误：这是程序的缺陷，不是数据的问题。请附上以下内容报告；加 --debug 可得到详情。'
        : 'Internal error: this is a defect of the program, not of the data. Please report it; --debug tells more.';
    terminal.error(`${apology}\n${given.debug ? (stack ?? message) : `${name}: ${message}`}\n`);
    if (given.json) terminal.out(failure(exitCodes.internal));
    return exitCodes.internal;
  }
}

/** What `--json` gives where no command came to a result. */
function failure(exitCode: number): string {
  return `${JSON.stringify({ ok: false, exitCode, reports: [], diagnostics: [] })}\n`;
}
