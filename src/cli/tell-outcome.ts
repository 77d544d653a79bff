import type { Outcome } from '../batch/outcome.ts';
import type { Host } from '../host.ts';
import type { Written } from '../write/write-report.ts';
import { describeDefect } from './describe-defect.ts';
import type { Arguments } from './parse-arguments.ts';
import { printDiagnostics } from './report-runs.ts';
import type { Terminal } from './terminal.ts';

/** Say what came of one report: what is wrong, the files there are, and how long it took. */
export async function tellOutcome(
  outcome: Outcome<Written>,
  given: Arguments,
  host: Host,
  terminal: Terminal,
): Promise<void> {
  await tellProblems(outcome, given, host, terminal);
  if (!outcome.defect) summarize(outcome, terminal);
}

/** Say what is wrong with one report. */
export async function tellProblems(
  { diagnostics, defect }: Outcome<Written>,
  given: Arguments,
  host: Host,
  terminal: Terminal,
): Promise<void> {
  await printDiagnostics(diagnostics, host, terminal);
  if (defect) terminal.error(describeDefect(defect, given.debug, terminal.language));
}

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
  const done = result.unchanged
    ? zh
      ? '未变：数据、模板和程序都同上次编制时一样'
      : 'Unchanged: data, templates and program are as they were'
    : zh
      ? '完成'
      : 'Done';
  error(
    zh
      ? `${done}，${time} 秒，${String(warnings)} 处警告。\n`
      : `${done}, ${time} s, ${String(warnings)} warnings.\n`,
  );
}
