import { buildReport } from '../pipeline.ts';
import { Engines } from '../render/engines.ts';
import type { Written } from '../write/write-report.ts';
import type { Command } from './command.ts';
import { diagnosticsForJson, printDiagnostics, runReports, type Outcome } from './report-runs.ts';
import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** `npm run build-report`: make the documents, say where they are. */
export const build: Command = async (given, host, terminal) => {
  const engines = new Engines(host);
  try {
    const outcomes = await runReports(given, host, terminal, ({ region, period }, run) => {
      const { theme, language, formats, out, final, docx } = given;
      const changesFrom =
        given.changesFrom === undefined ? undefined : { folder: given.changesFrom, optional: given.all };
      const request = { region, period, theme, language, formats, out, final, docx, changesFrom };
      return buildReport(request, run, engines);
    });
    const ok = outcomes.length > 0 && outcomes.every(({ result }) => result);
    for (const outcome of outcomes) {
      await printDiagnostics(outcome.diagnostics, host, terminal);
      summarize(outcome, terminal);
    }
    if (given.json) {
      const reports = outcomes.map(({ report, result }) => ({ ...report, ...result }));
      const diagnostics = diagnosticsForJson(outcomes);
      const exitCode = ok ? exitCodes.ok : exitCodes.input;
      terminal.out(`${JSON.stringify({ ok, exitCode, reports, diagnostics }, null, 2)}\n`);
    }
    return ok ? exitCodes.ok : exitCodes.input;
  } finally {
    await engines.close();
  }
};

function summarize({ result, diagnostics, seconds }: Outcome<Written>, { language, error }: Terminal): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const zh = language === 'zh';
  if (!result) {
    error(
      zh
        ? `未编制：${String(errors)} 处错误，${String(warnings)} 处警告。原有文件未动。\n`
        : `Not built: ${String(errors)} errors, ${String(warnings)} warnings. Earlier output is untouched.\n`,
    );
    return;
  }
  for (const [name, { bytes, pages }] of Object.entries(result.outputs)) {
    const size = `${String(Math.round(bytes / 1024))} KB`;
    const extent = pages === undefined ? size : `${String(pages)} ${zh ? '页' : 'pages'}，${size}`;
    error(`${result.folder}/${name}  ${extent}\n`);
  }
  const time = seconds.toFixed(1);
  error(
    zh
      ? `完成：${time} 秒，${String(warnings)} 处警告。\n`
      : `Done in ${time} s, ${String(warnings)} warnings.\n`,
  );
}
