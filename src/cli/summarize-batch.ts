import type { Outcome } from '../batch/outcome.ts';
import { nameOf } from './report-runs.ts';

/** What came of several reports: how many, and of those that failed which and why first. */
export function summarizeBatch(outcomes: readonly Outcome<object>[], language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  const failed = outcomes.filter(({ result }) => !result);
  const unchanged = outcomes.filter(
    ({ result }) => result && 'unchanged' in result && result.unchanged === true,
  );
  const [all, built, same, bad] = [
    outcomes.length,
    outcomes.length - failed.length - unchanged.length,
    unchanged.length,
    failed.length,
  ].map(String);
  const head = zh
    ? `共 ${all ?? ''} 份报告：编成 ${built ?? ''}，未变 ${same ?? ''}，失败 ${bad ?? ''}\n`
    : `${all ?? ''} reports: ${built ?? ''} built, ${same ?? ''} unchanged, ${bad ?? ''} failed\n`;
  return head + failed.map((outcome) => `  ${nameOf(outcome.report)}：${reason(outcome, zh)}\n`).join('');
}

function reason({ diagnostics, defect }: Outcome<object>, zh: boolean): string {
  if (defect) return `${zh ? '内部错误 ' : 'internal error '}${defect.name}: ${defect.message}`;
  const first = diagnostics.find(({ severity }) => severity === 'error');
  if (!first) return '';
  const { code, message, file, line, column } = first;
  const place = file === undefined ? '' : `${file}:${String(line)}:${String(column)} `;
  return `${place}${code} ${message}`;
}
