import { join } from 'node:path';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { OwnEngines } from '../make/engines.ts';
import { verifyBuild, type Verified } from '../verify/verify-build.ts';
import { isManifestName } from '../write/parse-manifest.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { noManifest } from './no-manifest.ts';
import { printAnswer } from './print-answer.ts';
import { diagnosticsForJson, printDiagnostics } from './report-runs.ts';

/** `npm run verify`: does the project still make, byte for byte, what stands in an output folder? */
export const verify: Command = async ({ folder = '', json }, host, terminal) => {
  const zh = terminal.language === 'zh';
  const manifests = await findManifests(folder, host);
  if (manifests.length === 0) {
    terminal.error(noManifest(folder, terminal.language));
    if (json) printAnswer(exitCodes.usage, { reports: [], diagnostics: [] }, terminal);
    return exitCodes.usage;
  }
  const diagnostics = new Diagnostics(terminal.language);
  const engines = new OwnEngines(host);
  const reports: Verified[] = [];
  try {
    for (const [place, name] of manifests) {
      const verified = await verifyBuild(place, name, host, diagnostics, engines);
      if (verified) reports.push(verified);
    }
  } finally {
    await engines.close();
  }
  const ok = !diagnostics.hasErrors;
  const exitCode = ok ? exitCodes.ok : exitCodes.input;
  await printDiagnostics(diagnostics.all, host, terminal);
  const same = String(reports.flatMap((report) => report.same).length);
  terminal.error(
    zh
      ? `${ok ? '一致' : '不一致'}：${same} 个文件重新编制后逐字节相同。\n`
      : `${ok ? 'Repeatable' : 'Not the same'}: ${same} files, built again, are the same byte for byte.\n`,
  );
  if (json)
    printAnswer(
      exitCode,
      { reports, diagnostics: diagnosticsForJson([{ diagnostics: diagnostics.all }]) },
      terminal,
    );
  return exitCode;
};

/** The manifests of a report's folder, or of all reports in the folder they were built into, each with its folder. */
async function findManifests(folder: string, host: Host): Promise<[folder: string, name: string][]> {
  const within = async (place: string): Promise<[string, string][]> =>
    (await host.list(place)).filter(isManifestName).map((name) => [place, name]);
  const own = await within(folder);
  if (own.length > 0) return own;
  const reports = (await host.list(folder)).filter((name) => !name.startsWith('.'));
  return (await Promise.all(reports.map((name) => within(join(folder, name))))).flat();
}
