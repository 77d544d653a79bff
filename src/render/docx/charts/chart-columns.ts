import type { NativeChart } from '../../../document/drawing.ts';
import { columnName } from '../lint/workbook.ts';
import { cellLabels } from './shown-labels.ts';

/** A column of the workbook behind a chart: its head, and one cell a category. */
export interface CellColumn {
  readonly head: string;
  readonly cells: readonly (string | number | null)[];
}

/** Names of the ranges a series reads, `数据!$B$2:$B$4`. */
export interface SeriesRanges {
  readonly name: string;
  readonly categories: string;
  readonly values: string;
  readonly labels: string;
}

/** The workbook of a chart: categories, a column for each series, then those of labels that say more than a value. */
export function chartColumns({ categories, series, workbook }: NativeChart): CellColumn[] {
  return [
    { head: workbook?.corner ?? '', cells: categories },
    ...series.map(({ name, values }) => ({ head: name, cells: values })),
    ...series.flatMap((one) => {
      const cells = cellLabels(one);
      return cells ? [{ head: [workbook?.labels, one.name].filter(Boolean).join(' '), cells }] : [];
    }),
  ];
}

/** Where a series of a chart finds its data in that workbook. */
export function seriesRanges(chart: NativeChart, index: number): SeriesRanges {
  const { categories, series } = chart;
  const sheet = sheetName(chart);
  const column = (place: number): string =>
    `${sheet}!$${columnName(place + 1)}$2:$${columnName(place + 1)}$${categories.length + 1}`;
  const before = series.slice(0, index).filter((one) => cellLabels(one)).length;
  return {
    name: `${sheet}!$${columnName(index + 2)}$1`,
    categories: column(0),
    values: column(index + 1),
    labels: column(series.length + 1 + before),
  };
}

/** Name of the workbook's sheet, which needs no quotes in a range: letters only. */
export function sheetName({ workbook }: NativeChart): string {
  return workbook?.sheet ?? 'Sheet1';
}
