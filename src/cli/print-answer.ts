import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Print what `--json` promises of every command: whether it went well, its exit code, and then what it found. */
export function printAnswer(exitCode: number, found: object, terminal: Terminal): void {
  terminal.out(`${JSON.stringify({ ok: exitCode === exitCodes.ok, exitCode, ...found }, null, 2)}\n`);
}
