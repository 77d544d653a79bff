import { cellsOfRange } from '../render/docx/lint/workbook.ts';
import { findElement, findElements, type XmlElement } from '../render/docx/xml.ts';

/** One value or name of a native chart, as its cache has it and as its workbook has it. */
export interface ChartPoint {
  /** What it is: a series' name, a category's, or the value of a series at a category. */
  readonly of: 'series' | 'category' | 'value';
  readonly series: number;
  readonly index: number;
  /** `undefined` where the cache has none. */
  readonly cached: string | undefined;
  /** Name of the cell, such as B2, and what stands in it. */
  readonly cell: string;
  readonly stored: string | undefined;
}

/** A native chart read back. */
export interface ChartReading {
  /** Id of the chart in the document. */
  readonly name: string;
  readonly part: string;
  readonly points: readonly ChartPoint[];
  /** Labels written at the marks, series by series; `undefined` where there is none. */
  readonly labels: readonly (readonly (string | undefined)[])[];
  /** Numbers in cells that no range of the chart names. */
  readonly loose: readonly { readonly cell: string; readonly text: string }[];
  readonly hasWorkbook: boolean;
  /** Titles of chart and axes. */
  readonly titles: readonly string[];
}

/** Read a chart part with the cells of its workbook. */
export function readChart(
  name: string,
  part: string,
  chart: XmlElement,
  cells: ReadonlyMap<string, string> | undefined,
): ChartReading {
  const series = findElements(chart, 'c:ser');
  const points = series.flatMap((one, index) => [
    ...pointsOf(one, 'c:tx', 'series', index, cells),
    ...pointsOf(one, 'c:cat', 'category', index, cells),
    ...pointsOf(one, 'c:val', 'value', index, cells),
  ]);
  const named = new Set(points.map(({ cell }) => cell));
  const loose = [...(cells ?? [])]
    .filter(([cell, text]) => !named.has(cell) && /\d/.test(text))
    .map(([cell, text]) => ({ cell, text }));
  return {
    name,
    part,
    points,
    labels: series.map((one) => labelsOf(one)),
    loose,
    hasWorkbook: cells !== undefined,
    titles: findElements(chart, 'c:title').map(allText),
  };
}

function pointsOf(
  series: XmlElement,
  element: string,
  of: ChartPoint['of'],
  index: number,
  cells: ReadonlyMap<string, string> | undefined,
): ChartPoint[] {
  const data = series.children.find(({ name }) => name === element);
  if (!data) return [];
  const names = cellsOfRange(findElement(data, 'c:f')?.text ?? '');
  const cached = new Map(
    findElements(data, 'c:pt').map((point) => [
      Number(point.attributes.idx),
      findElement(point, 'c:v')?.text ?? '',
    ]),
  );
  const count = Math.max(names.length, Number(findElement(data, 'c:ptCount')?.attributes.val ?? 0));
  return Array.from({ length: count }, (_, place) => {
    const cell = names[place] ?? '';
    return { of, series: index, index: place, cached: cached.get(place), cell, stored: cells?.get(cell) };
  });
}

function labelsOf(series: XmlElement): (string | undefined)[] {
  const labels: (string | undefined)[] = [];
  for (const label of findElements(series, 'c:dLbl')) {
    const index = Number(findElement(label, 'c:idx')?.attributes.val ?? -1);
    const text = allText(label);
    if (index >= 0 && text !== '') labels[index] = text;
  }
  return labels;
}

function allText(element: XmlElement): string {
  return findElements(element, 'a:t')
    .map(({ text }) => text)
    .join('');
}
