import type { ChartRow } from '../document/drawing.ts';
import { figuresBeside } from '../document/drawing-table.ts';
import type { Figure } from '../derive/figure.ts';
import { transformOf } from './computed-name.ts';
import { word, type ComposeContext } from './context.ts';
import { formatYear } from './format.ts';

/**
 * What a chart shows, for someone who cannot see it: its message, its title and every row in order, each with its
 * series and, where the chart has several, its period; then the figures drawn beside it, and the `status` of all. Plain text.
 */
export function describeChart(
  context: ComposeContext,
  texts: { readonly message: string; readonly title: string },
  rows: readonly ChartRow[],
  status = '',
): string {
  const message = plainText(texts.message);
  const title = plainText(texts.title);
  const hasPeriods = new Set(rows.map(({ period }) => period)).size > 1;
  const beside = besides(context, rows);
  const items = rows.map((row) => {
    const text = `${row.text}${inBrackets(context, beside.of(row))}`;
    return word(context, 'alt.row', { label: `${row.label}${qualifiers(context, row, hasPeriods)}`, text });
  });
  const end = word(context, 'alt.end');
  const all = status === '' ? [] : [word(context, 'caption.status', { status })];
  const list = [...items, ...beside.alone, ...all].join(word(context, 'alt.separator')) + end;
  const named = title === '' ? list : word(context, 'alt.titled', { title, list });
  return message === '' ? named : `${message}${message.endsWith(end) ? '' : end}${named}`;
}

function qualifiers(context: ComposeContext, { label, series, period }: ChartRow, timed: boolean): string {
  const year = formatYear(period);
  const isSaid = [label, series ?? ''].some((text) => text.includes(year));
  return inBrackets(context, [
    ...(series === undefined ? [] : [series]),
    ...(timed && !isSaid ? [year] : []),
  ]);
}

/** The figures drawn beside the rows, in words: those of a row's own indicator with it, the others (a total) once by name. */
function besides(
  context: ComposeContext,
  rows: readonly ChartRow[],
): { readonly of: (row: ChartRow) => string[]; readonly alone: readonly string[] } {
  const own = new Set(rows.map(({ figure }) => figure));
  const figures = (row: ChartRow): { readonly figure: Figure; readonly text: string }[] =>
    figuresBeside(row).flatMap(([key, text]) => {
      const figure = own.has(key) ? undefined : context.printed.get(key);
      return figure ? [{ figure, text }] : [];
    });
  const isOf = (row: ChartRow, { indicator }: Figure): boolean =>
    context.printed.get(row.figure)?.indicator === indicator;
  const alone = rows.flatMap((row) =>
    figures(row)
      .filter(({ figure }) => !isOf(row, figure))
      .map(({ figure, text }) => word(context, 'alt.row', { label: figure.name, text })),
  );
  return {
    of: (row) =>
      figures(row)
        .filter(({ figure }) => isOf(row, figure))
        .map(({ figure, text }) => `${briefly(context, figure)}${text}`),
    alone: [...new Set(alone)],
  };
}

/** 占比, 2025年目标值: how a figure differs from another of its indicator. */
function briefly({ inputs: { locale } }: ComposeContext, { key, period, status }: Figure): string {
  const transform = transformOf(key);
  if (transform !== undefined && transform !== 'target') return locale.words[`transform.${transform}`] ?? '';
  return `${formatYear(period)}${status === 'target' ? (locale.words['status.target'] ?? '') : ''}`;
}

function inBrackets(context: ComposeContext, parts: readonly string[]): string {
  if (parts.length === 0) return '';
  return word(context, 'alt.brackets', { text: parts.join(word(context, 'alt.comma')) });
}

/** Text of an HTML fragment of ours: tags off, character references back. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
