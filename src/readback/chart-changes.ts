import { readDocx } from '../audit/read-docx.ts';
import type { ChartPoint, ChartReading } from '../audit/read-chart.ts';
import type { ChartRequest, ChartRow } from '../document/drawing.ts';
import type { Occurrence } from './compare-paragraphs.ts';

/** A chart as the present report has it: its formal title, and the rows it was made from. */
export type KnownChart = Pick<ChartRequest, 'title' | 'rows'>;

/** What was changed in the native charts of a document. */
export interface ChartChanges {
  /** Points whose row, and so whose figure, is known, those that were left as they are included. */
  readonly occurrences: readonly Occurrence[];
  /** Names and values of charts that were changed and stand for no figure, and charts that are gone. */
  readonly others: readonly {
    readonly chart: string;
    readonly before: string;
    readonly after: string | undefined;
  }[];
  /** Charts that show another number than the worksheet behind them, which Word will show when it is opened. */
  readonly contradictory: readonly {
    readonly chart: string;
    readonly shown: string;
    readonly stored: string;
  }[];
}

/** Compare the charts of two documents as they are drawn; `known` finds a chart by its id. */
export function compareCharts(
  before: Uint8Array,
  after: Uint8Array,
  known: (chart: string) => KnownChart | undefined,
): ChartChanges {
  const occurrences: Occurrence[] = [];
  const others: ChartChanges['others'][number][] = [];
  const contradictory: ChartChanges['contradictory'][number][] = [];
  const built = readDocx(before).charts;
  const partners = pairCharts(built, readDocx(after).charts);
  for (const reading of built) {
    const { name: chart, points } = reading;
    const partner = partners.get(reading);
    if (!partner) {
      others.push({ chart, before: chart, after: undefined });
      continue;
    }
    const there = new Map(partner.points.map((point) => [idOf(point), point]));
    for (const point of points) {
      const { cached: shown, stored } = there.get(idOf(point)) ?? {};
      if (shown !== undefined && stored !== undefined && !isSame(shown, stored))
        contradictory.push({ chart, shown, stored });
      // LibreOffice names a series that has no name.
      if (point.cached === undefined || point.cached === '') continue;
      const { title = chart, rows } = known(chart) ?? { rows: [] };
      const row = point.of === 'value' ? rowOf(point, points, rows) : undefined;
      const now = isSame(point.cached, shown) ? point.cached : shown;
      if (row)
        occurrences.push({
          key: row.figure,
          before: `${point.cached}${row.unit}`,
          after: now === undefined ? undefined : `${now}${row.unit}`,
          by: 'chart',
          under: title,
          context: row.label,
          tracked: [],
        });
      else if (now !== point.cached) others.push({ chart, before: point.cached, after: now });
    }
  }
  return { occurrences, others, contradictory };
}

/** Which chart is which: by name, else by categories, since LibreOffice gives charts names of its own. */
function pairCharts(
  before: readonly ChartReading[],
  after: readonly ChartReading[],
): Map<ChartReading, ChartReading> {
  const partners = new Map<ChartReading, ChartReading>();
  const left = new Set(after);
  for (const isSame of [sameName, sameCategories])
    for (const one of before) {
      const other = partners.has(one) ? undefined : [...left].find((chart) => isSame(one, chart));
      if (!other) continue;
      partners.set(one, other);
      left.delete(other);
    }
  return partners;
}

function sameName(one: ChartReading, other: ChartReading): boolean {
  return one.name === other.name;
}

function sameCategories(one: ChartReading, other: ChartReading): boolean {
  const categories = ({ points }: ChartReading): string =>
    points.flatMap(({ of, cached }) => (of === 'category' ? [cached] : [])).join('\n');
  return categories(one) === categories(other);
}

/** The one row a point can stand for: its number, and its category or series as label or series. */
function rowOf(
  point: ChartPoint,
  points: readonly ChartPoint[],
  rows: readonly ChartRow[],
): ChartRow | undefined {
  const nameOf = (of: ChartPoint['of'], index: number): string =>
    points.find((other) => other.of === of && other.series === point.series && other.index === index)
      ?.cached ?? '';
  const names = [nameOf('category', point.index), nameOf('series', 0)];
  const alike = rows.filter(({ value }) => Number(point.cached) === value);
  const named = alike.filter(({ label, series = '' }) => names.includes(label) || names.includes(series));
  const candidates = new Map((named.length > 0 ? named : alike).map((row) => [row.figure, row]));
  return candidates.size === 1 ? [...candidates.values()][0] : undefined;
}

function idOf({ of, series, index }: ChartPoint): string {
  return `${of} ${String(series)} ${String(index)}`;
}

/** Equal as texts or as numbers: programs write 27.83 as 27.829999999999998, too. */
function isSame(one: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  if (one === other) return true;
  const [a, b] = [Number(one), Number(other)];
  return one !== '' && other !== '' && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
