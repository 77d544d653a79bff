import { Diagnostics, ReportError } from '../diagnostics/diagnostic.ts';
import type { Command } from './command.ts';
import { planNewRegion, type NewRegion } from './new-region-plan.ts';
import { writeNewRegion } from './new-region-write.ts';
import { printAnswer } from './print-answer.ts';
import { diagnosticsForJson, printDiagnostics } from './report-runs.ts';
import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** `npm run new-region`: register a region, or give one a new year, with a data file that explains itself. */
export const newRegion: Command = async (given, host, terminal) => {
  const diagnostics = new Diagnostics(terminal.language);
  let made: NewRegion | undefined;
  try {
    const planned = await planNewRegion(given, host, diagnostics);
    await writeNewRegion(planned, host, diagnostics);
    made = planned;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
  }
  await printDiagnostics(diagnostics.all, host, terminal);
  const exitCode = made ? exitCodes.ok : exitCodes.input;
  if (made) terminal.error(tell(made, terminal));
  if (given.json) {
    const found = diagnosticsForJson([{ diagnostics: diagnostics.all }]);
    const reports = made ? [{ region: made.id, period: made.period, files: made.files.map(pathOf) }] : [];
    printAnswer(exitCode, { reports, diagnostics: found }, terminal);
  }
  return exitCode;
};

function pathOf({ path }: { readonly path: string }): string {
  return path;
}

/** What was made, and the three commands that come next. */
function tell({ id, period, name, files, isNew }: NewRegion, { language }: Terminal): string {
  const zh = language === 'zh';
  const made = files.map(({ path, about }) => `  ${path.padEnd(longest(files))}  ${about[language]}\n`);
  const commands = [
    ['preview', '在浏览器中边改边看，先做这一步', 'see the draft in the browser as you edit; start here'],
    ['check', '检查数据', 'check the data'],
    ['build-report', '编制 PDF、DOCX 和网页', 'make the PDF, the DOCX and the web page'],
  ] as const;
  const next = commands.map(([command, ...about]) => {
    const line = `npm run ${command} -- ${period} --region ${id}`;
    return `  ${line.padEnd(34 + period.length + id.length)}  ${about[zh ? 0 : 1]}\n`;
  });
  const title = zh
    ? isNew
      ? `已建立${name}（${id}）${period} 年：\n`
      : `${name}（${id}）已登记，名称等沿用 data/regions.yaml；已增加 ${period} 年：\n`
    : isNew
      ? `Made ${name} (${id}), ${period}:\n`
      : `${name} (${id}) is registered and keeps its entry in data/regions.yaml; added ${period}:\n`;
  return `${title}${made.join('')}${zh ? '接下来：' : 'Next:'}\n${next.join('')}`;
}

function longest(files: NewRegion['files']): number {
  return Math.max(...files.map(({ path }) => path.length));
}
