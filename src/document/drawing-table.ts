import type { FigureNote, ReportDocument } from './document.ts';
import type { ChartRow, Drawing } from './drawing.ts';

/** A figure of a chart as a row of a table, every text as printed. */
export interface DrawingTableRow {
  readonly label: string;
  readonly series: string;
  readonly time: string;
  readonly text: string;
  readonly figure: string;
  /** 测算, 初步数; empty for final figures that a source states. */
  readonly standing: string;
  readonly sources: FigureNote['sources'];
}

/** What a chart shows, as a table. */
export interface DrawingTable {
  /** Whether a row has a series, and the table a column for it. */
  readonly hasSeries: boolean;
  readonly rows: readonly DrawingTableRow[];
}

/**
 * The figures of a chart: each row's own, then those drawn beside it (its target, its total) that are in no row of
 * their own, under the name they have in the data. Each once.
 */
export function drawingTable({ rows }: Drawing, notes: ReportDocument['notes']): DrawingTable {
  const own = new Set(rows.map(({ figure }) => figure));
  const beside = new Set<string>();
  const table = rows.flatMap((row) => {
    const { figure, label, series = '', text } = row;
    const { time = '', standing = '', sources = [] } = notes[figure] ?? {};
    const others = figuresBeside(row).filter(([key]) => !own.has(key) && !beside.has(key));
    for (const [key] of others) beside.add(key);
    return [
      { label, series, time, text, figure, standing, sources },
      ...others.map(([key, shown]): DrawingTableRow => {
        const { name = '', time: when = '', standing: how = '', sources: from = [] } = notes[key] ?? {};
        return {
          label: name,
          series: '',
          time: when,
          text: shown,
          figure: key,
          standing: how,
          sources: from,
        };
      }),
    ];
  });
  return { hasSeries: table.some(({ series }) => series !== ''), rows: table };
}

/** Figures a row brings besides its own, `base_figure` with `base_text`. */
export function figuresBeside(row: ChartRow): [key: string, text: string][] {
  return Object.entries(row).flatMap(([field, key]): [string, string][] => {
    if (!field.endsWith('_figure') || typeof key !== 'string') return [];
    const text = row[field.replace(/figure$/, 'text')];
    return typeof text === 'string' ? [[key, text]] : [];
  });
}
