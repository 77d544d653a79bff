import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { Figure } from '../derive/figure.ts';
import type { Drawing, NativeChart } from '../document/drawing.ts';
import type { ChartPoint, ChartReading } from './read-chart.ts';
import { comparable, numbersIn } from './text.ts';
import type { Where } from './where.ts';

/** A native chart as the document promises it. */
interface Promised {
  readonly drawing: Drawing;
  readonly native: NativeChart;
  readonly where: Where;
  readonly figures: Readonly<Record<string, Figure>>;
}

/**
 * A native chart must show (cache and labels) and open for editing (workbook) the numbers of its rows, and nothing
 * else that looks like a figure.
 */
export function auditChart(
  promise: Promised,
  reading: ChartReading | undefined,
  diagnostics: Reporter,
): void {
  const { drawing, native, where, figures } = promise;
  if (!reading) {
    for (const { text, figure } of drawing.rows)
      diagnostics.report('AUDIT_MISSING', {
        where,
        name: figures[figure]?.name ?? '',
        key: figure,
        shown: text,
      });
    return;
  }
  if (!reading.hasWorkbook)
    diagnostics.report('AUDIT_WORKBOOK', { where, cell: '', what: '', expected: '', found: '' });
  const due = promised(native);
  for (const point of reading.points) {
    const id = idOf(point);
    const label = native.series[point.series]?.labels[point.index];
    const expected = (point.of === 'label' ? label?.text : due.get(id)) ?? '';
    due.delete(id);
    const what = nameOf(point, native);
    const { cached = '', stored = '', cell } = point;
    if (!isSame(expected, cached))
      diagnostics.report('AUDIT_CHART_CACHE', { where, what, expected, found: cached });
    if (reading.hasWorkbook && !isSame(expected, stored))
      diagnostics.report('AUDIT_WORKBOOK', { where, cell, what, expected, found: stored });
  }
  for (const [id, expected] of due)
    if (expected !== '') diagnostics.report('AUDIT_CHART_CACHE', { where, what: id, expected, found: '' });
  for (const { cell, text } of reading.loose)
    if (text !== native.workbook?.corner && !isLabelHead(text, native))
      diagnostics.report('AUDIT_WORKBOOK', { where, cell, what: '', expected: '', found: text });
  auditLabels(promise, reading, diagnostics);
}

function auditLabels(
  { drawing: { rows }, native, where, figures }: Promised,
  reading: ChartReading,
  diagnostics: Reporter,
): void {
  const count = Math.max(native.series.length, reading.labels.length);
  for (let index = 0; index < count; index += 1) {
    const due = native.series[index]?.labels ?? [];
    const found = reading.labels[index] ?? [];
    for (let place = 0; place < Math.max(due.length, found.length); place += 1) {
      // A label made from a wrong value is wrong with it; the value has been named.
      if (isMisdrawn(native, reading, index, place)) continue;
      const expected = comparable(due[place]?.text ?? '');
      const shown = comparable(found[place] ?? '');
      if (expected === shown) continue;
      const key = rows.find(({ text }) => expected.includes(comparable(text)))?.figure ?? '';
      const name = figures[key]?.name ?? native.categories[place] ?? '';
      if (expected === '') diagnostics.report('AUDIT_EXTRA', { where, found: shown, around: shown });
      else if (shown === '') diagnostics.report('AUDIT_MISSING', { where, name, key, shown: expected });
      else diagnostics.report('AUDIT_CHANGED', { where, name, key, expected, found: shown });
    }
  }
  const own = [native.categoryTitle, ...native.valueAxes.map(({ title }) => title)];
  const titles = comparable(own.filter((title) => title !== undefined).join());
  for (const title of reading.titles)
    for (const { shown } of numbersIn(comparable(title)))
      if (!titles.includes(shown)) diagnostics.report('AUDIT_EXTRA', { where, found: shown, around: title });
}

/** The head of a column of labels names its series. */
const isLabelHead = (text: string, { series, workbook }: NativeChart): boolean =>
  series.some(({ name }) => text === [workbook?.labels, name].join(' '));

/** Everything the chart's ranges are to hold. */
function promised({ categories, series }: NativeChart): Map<string, string> {
  const due = new Map<string, string>();
  for (const [index, { name, values }] of series.entries()) {
    due.set(idOf({ of: 'series', series: index, index: 0 }), name);
    for (const [place, category] of categories.entries()) {
      due.set(idOf({ of: 'category', series: index, index: place }), category);
      const value = values[place] ?? null;
      due.set(idOf({ of: 'value', series: index, index: place }), value === null ? '' : String(value));
    }
  }
  return due;
}

function idOf({ of, series, index }: Pick<ChartPoint, 'of' | 'series' | 'index'>): string {
  return `${of} ${String(series + 1)}.${String(index + 1)}`;
}

function nameOf({ of, series, index }: ChartPoint, native: NativeChart): string {
  const category = native.categories[index] ?? String(index + 1);
  const name = native.series[series]?.name ?? '';
  if (of === 'series') return name;
  return of === 'category' || native.series.length === 1 ? category : `${name} ${category}`;
}

const isMisdrawn = (
  { series }: NativeChart,
  { points }: ChartReading,
  index: number,
  place: number,
): boolean =>
  points.some(
    (point) =>
      point.of === 'value' &&
      point.series === index &&
      point.index === place &&
      !isSame(String(series[index]?.values[place] ?? ''), point.cached ?? ''),
  );

/** Word may write 5274 as 5274.0, but no other number. */
function isSame(expected: string, found: string): boolean {
  if (expected === found || comparable(expected) === comparable(found)) return true;
  return expected !== '' && found !== '' && Number(expected) === Number(found);
}
