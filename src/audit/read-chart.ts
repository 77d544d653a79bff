import { formatNumber } from '../charts/number-format.ts';
import { cellsOfRange } from '../render/docx/lint/workbook.ts';
import { findElement, findElements, type XmlElement } from '../render/docx/xml.ts';

/** One value or name of a native chart, as its cache has it and as its workbook has it. */
export interface ChartPoint {
  /** What it is: a series' name, a category's, the value of a series at a category, or a label taken from a cell. */
  readonly of: 'series' | 'category' | 'value' | 'label';
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
  /** Labels at the marks as a reader sees them, series by series; `undefined` where there is none. */
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
  const series = findElements(chart, 'c:ser').sort((a, b) => placeOf(a) - placeOf(b));
  const points = series.flatMap((one, index) => [
    ...pointsOf(one, 'c:tx', 'series', index, cells),
    ...pointsOf(one, 'c:cat', 'category', index, cells),
    ...pointsOf(one, 'c:val', 'value', index, cells),
    ...labelPointsOf(one, index, cells),
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

/** Word tells series by their number, not by where they stand in the part. */
const placeOf = (series: XmlElement): number => Number(findElement(series, 'c:idx')?.attributes.val ?? 0);

/** Labels that come from cells (`c15:datalabelsRange`), where one is not empty. */
function labelPointsOf(
  series: XmlElement,
  index: number,
  cells: ReadonlyMap<string, string> | undefined,
): ChartPoint[] {
  const range = findElement(series, 'c15:datalabelsRange');
  if (!range) return [];
  const names = cellsOfRange(findElement(range, 'c15:f')?.text ?? '');
  const cached = new Map(
    findElements(range, 'c:pt').map((point) => [
      Number(point.attributes.idx),
      findElement(point, 'c:v')?.text ?? '',
    ]),
  );
  return names.flatMap((cell, place) => {
    const point = { cached: cached.get(place), stored: cells?.get(cell) };
    if (point.cached === undefined && point.stored === undefined) return [];
    return [{ of: 'label' as const, series: index, index: place, cell, ...point }];
  });
}

/** What Word prints at each mark: the text of a label, or the value by the label's number format. */
function labelsOf(series: XmlElement): (string | undefined)[] {
  const all = child(series, 'c:dLbls');
  if (!all) return [];
  const name = findElement(child(series, 'c:tx') ?? all, 'c:v')?.text ?? '';
  const values = findElements(child(series, 'c:val') ?? all, 'c:pt');
  const single = new Map(
    all.children
      .filter((label) => label.name === 'c:dLbl')
      .map((label) => [Number(child(label, 'c:idx')?.attributes.val ?? -1), label]),
  );
  const labels: (string | undefined)[] = [];
  for (const point of values) {
    const place = Number(point.attributes.idx);
    labels[place] = labelText(single.get(place) ?? all, findElement(point, 'c:v')?.text ?? '', name);
  }
  // A text where no value is would be seen, too.
  for (const [place, label] of single) labels[place] ??= labelText(label, '', name);
  return labels;
}

function labelText(label: XmlElement, value: string, series: string): string | undefined {
  const isOn = (flag: string): boolean => child(label, flag)?.attributes.val === '1';
  if (isOn('c:delete')) return undefined;
  const own = child(label, 'c:tx');
  if (own) return allText(own);
  const code = child(label, 'c:numFmt')?.attributes.formatCode ?? 'General';
  const number = value === '' ? '' : (formatNumber(Number(value), code) ?? value);
  const parts = [isOn('c:showSerName') ? series : '', isOn('c:showVal') ? number : ''];
  const shown = parts.filter((part) => part !== '').join(child(label, 'c:separator')?.text ?? '; ');
  return shown === '' ? undefined : shown;
}

const child = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((one) => one.name === name);

function allText(element: XmlElement): string {
  return findElements(element, 'a:t')
    .map(({ text }) => text)
    .join('');
}
