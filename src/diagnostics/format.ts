import type { Diagnostic } from './diagnostic.ts';
import { legible } from './legible.ts';
import type { Severity } from './severity.ts';

/** How diagnostics are printed: words, colours, and the lines of the files they point at. */
export interface FormatOptions {
  readonly language: 'zh' | 'en';
  readonly color: boolean;
  /** Text of a file of the project, for the line a diagnostic points at. */
  readonly source: (file: string) => string | undefined;
}

const severityWords: Record<Severity, Record<'zh' | 'en', string>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'note' },
};

const severityColors: Record<Severity, string> = { error: '31', warning: '33', info: '36' };
const widestLine = 100;

/**
 * One diagnostic as a good compiler prints it: severity, code and message, `file:line:column`, the line itself with a
 * caret under the place, and what to do.
 */
export function formatDiagnostic(diagnostic: Diagnostic, options: FormatOptions): string {
  const { severity, code, message, file, line, column = 1, hint } = diagnostic;
  const paint = (style: string, text: string): string =>
    options.color ? `\u001b[${style}m${text}\u001b[0m` : text;
  const head = `${paint(`1;${severityColors[severity]}`, severityWords[severity][options.language])} ${message} ${paint('2', code)}`;
  const lines = [head];
  if (file !== undefined) {
    lines.push(
      `  ${paint('2', '→')} ${file}${line === undefined ? '' : `:${String(line)}:${String(column)}`}`,
    );
    const text = line === undefined ? undefined : options.source(file)?.split('\n')[line - 1];
    if (text !== undefined && text.trim() !== '') lines.push(...codeFrame(text, line ?? 1, column, paint));
  }
  if (hint !== undefined && hint !== '')
    lines.push(`  ${options.language === 'zh' ? '怎么办：' : 'help: '}${hint}`);
  return lines.join('\n');
}

function codeFrame(
  text: string,
  line: number,
  column: number,
  paint: (style: string, text: string) => string,
): string[] {
  const number = String(line);
  const from = column > widestLine - 20 ? column - 40 : 0;
  const shown =
    (from > 0 ? '…' : '') +
    legible(text.slice(from, from + widestLine)) +
    (text.length > from + widestLine ? '…' : '');
  const lead = (from > 0 ? '…' : '') + legible(text.slice(from, column - 1));
  const margin = ' '.repeat(number.length);
  return [
    `  ${paint('2', `${number} |`)} ${shown}`,
    `  ${paint('2', `${margin} |`)} ${' '.repeat(columnsOf(lead))}${paint('31', '^')}`,
  ];
}

/** Cells a terminal gives a text: full-width characters take two. */
function columnsOf(text: string): number {
  return Array.from(text).reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(
        character,
      )
        ? 2
        : 1),
    0,
  );
}
