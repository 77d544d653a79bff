import { Diagnostics, ReportError } from '../diagnostics/diagnostic.ts';
import { sealBuild } from '../verify/seal-build.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { printDiagnostics } from './report-runs.ts';

/**
 * `npm run seal -- 2022`: what the built report publishes, written down beside the data. From then on a changed figure of the
 * period is an error unless it says what it revises.
 */
export const seal: Command = async ({ region, period = '', theme, language, out }, host, terminal) => {
  const diagnostics = new Diagnostics(terminal.language);
  try {
    const run = { host, diagnostics, onStage: () => undefined };
    terminal.error(`${await sealBuild({ region, period, theme, language }, out, run)}\n`);
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    await printDiagnostics(diagnostics.all, host, terminal);
    return exitCodes.input;
  }
};
