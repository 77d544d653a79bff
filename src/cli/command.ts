import type { Host } from '../host.ts';
import type { Arguments } from './parse-arguments.ts';
import type { Terminal } from './terminal.ts';

/** A command: does its work, tells the terminal, returns the exit code. */
export type Command = (given: Arguments, host: Host, terminal: Terminal) => Promise<number>;
