import { Diagnostics } from '../diagnostics/diagnostic.ts';
import { auditBuild, type Audited } from '../verify/audit-build.ts';
import { isManifestName } from '../write/parse-manifest.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { noManifest } from './no-manifest.ts';
import { printAnswer } from './print-answer.ts';
import { diagnosticsForJson, printDiagnostics } from './report-runs.ts';
import type { Terminal } from './terminal.ts';

/** `npm run audit`: are the finished files in a folder still what they were made to be? */
export const audit: Command = async ({ folder = '', json }, host, terminal) => {
  const diagnostics = new Diagnostics(terminal.language);
  const reports: Audited[] = [];
  for (const name of (await host.list(folder)).filter(isManifestName)) {
    const audited = await auditBuild(folder, name, host, diagnostics);
    if (audited) reports.push(audited);
  }
  if (reports.length === 0) {
    terminal.error(noManifest(folder, terminal.language));
    if (json) printAnswer(exitCodes.usage, { reports, diagnostics: [] }, terminal);
    return exitCodes.usage;
  }
  const exitCode = diagnostics.hasErrors ? exitCodes.input : exitCodes.ok;
  await printDiagnostics(diagnostics.all, host, terminal);
  for (const one of reports) terminal.error(`${summary(one, terminal)}\n`);
  terminal.error(verdict(diagnostics, terminal));
  if (json)
    printAnswer(
      exitCode,
      { reports, diagnostics: diagnosticsForJson([{ diagnostics: diagnostics.all }]) },
      terminal,
    );
  return exitCode;
};

const scopes = {
  zh: { document: '核对了全部内容', ledger: '只核对了数字台账' },
  en: { document: 'compared with the whole document', ledger: 'compared with the number ledger only' },
} as const;

function summary({ region, period, against, files }: Audited, { language }: Terminal): string {
  const zh = language === 'zh';
  const names = files.map(({ name, changed }) =>
    changed ? `${name}${zh ? '（改动过）' : ' (changed)'}` : name,
  );
  return `${region} ${period}${zh ? '：' : ': '}${names.join(zh ? '、' : ', ')}${zh ? '，' : ', '}${scopes[language][against]}`;
}

function verdict(diagnostics: Diagnostics, { language }: Terminal): string {
  const errors = String(diagnostics.all.filter(({ severity }) => severity === 'error').length);
  const warnings = String(diagnostics.warnings.length);
  if (!diagnostics.hasErrors)
    return language === 'zh'
      ? `数字一致，${warnings} 处警告。\n`
      : `The numbers agree, ${warnings} warnings.\n`;
  return language === 'zh' ? `不一致：${errors} 处。\n` : `${errors} differences.\n`;
}
