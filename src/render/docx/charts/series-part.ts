import { escapeXml } from '../../../document/escape-xml.ts';
import type { NativeChart, NativeMarker, NativeSeries } from '../../../document/drawing.ts';
import { seriesRanges } from './chart-columns.ts';
import type { ChartText } from './chart-text.ts';
import { dataLabels, labelRange } from './data-labels.ts';
import { line, solidFill, valued } from './markup.ts';

/** One series (`c:ser`, ECMA-376 Part 1, §21.2.2.170): ranges of the workbook with what is in them, look and labels. */
export function seriesPart(chart: NativeChart, series: NativeSeries, index: number, text: ChartText): string {
  const ranges = seriesRanges(chart, index);
  const isLine = series.kind === 'line' || series.kind === 'point';
  return [
    `<c:ser>${valued('c:idx', index)}${valued('c:order', index)}`,
    `<c:tx>${stringCache(ranges.name, [series.name])}</c:tx>`,
    `<c:spPr>${paint(series)}</c:spPr>`,
    isLine ? markerPart(series.marker, series.marker?.rim) : '',
    series.kind === 'bar' ? valued('c:invertIfNegative', 0) : '',
    ...series.values.map((_, place) => point(series, place)),
    dataLabels(series, text),
    `<c:cat>${stringCache(ranges.categories, chart.categories)}</c:cat>`,
    `<c:val>${numberCache(ranges.values, series.values)}</c:val>`,
    isLine ? valued('c:smooth', 0) : '',
    labelRange(chart, index),
    '</c:ser>',
  ].join('');
}

function paint({ kind, color, opacity, stroke }: NativeSeries): string {
  if (kind === 'line') return line(color, stroke);
  if (kind === 'point') return line(undefined);
  return `${solidFill(color, opacity)}${line(undefined)}`;
}

/** A mark that does not look like the rest of its series (`c:dPt`). */
function point(series: NativeSeries, place: number): string {
  const color = series.colors?.[place] ?? series.color;
  const { marker } = series;
  const single = marker?.single?.[place] ?? (marker && marker.fill !== marker.rim ? marker : undefined);
  if ((series.values[place] ?? null) === null || (color === series.color && !single)) return '';
  const isBar = series.kind === 'bar';
  const look = paint({ ...series, color });
  return [
    `<c:dPt>${valued('c:idx', place)}`,
    isBar ? valued('c:invertIfNegative', 0) : markerPart(marker, single?.rim ?? marker?.rim, single?.fill),
    `${valued('c:bubble3D', 0)}<c:spPr>${look}</c:spPr></c:dPt>`,
  ].join('');
}

/**
 * A circle at each value, or none. Hollow ones are so by themselves, in a series of filled ones: LibreOffice draws no
 * rims, and a series of hollow circles would vanish there.
 */
function markerPart(
  marker: NativeMarker | undefined,
  rim: string | undefined,
  fill: string | undefined = rim,
): string {
  if (!marker || rim === undefined || fill === undefined)
    return `<c:marker>${valued('c:symbol', 'none')}</c:marker>`;
  const size = Math.min(72, Math.max(2, marker.size));
  const paints = `<c:spPr>${solidFill(fill)}${line(rim, fill === rim ? 0.75 : 1.25)}</c:spPr>`;
  return `<c:marker>${valued('c:symbol', 'circle')}${valued('c:size', size)}${paints}</c:marker>`;
}

function stringCache(range: string, texts: readonly string[]): string {
  const cache = `${valued('c:ptCount', texts.length)}${texts.map(cachePoint).join('')}`;
  return `<c:strRef><c:f>${escapeXml(range)}</c:f><c:strCache>${cache}</c:strCache></c:strRef>`;
}

function numberCache(range: string, values: readonly (number | null)[]): string {
  const points = values.map((value, place) => (value === null ? '' : cachePoint(String(value), place)));
  const cache = `<c:formatCode>General</c:formatCode>${valued('c:ptCount', values.length)}${points.join('')}`;
  return `<c:numRef><c:f>${escapeXml(range)}</c:f><c:numCache>${cache}</c:numCache></c:numRef>`;
}

const cachePoint = (text: string, place: number): string =>
  `<c:pt idx="${place}"><c:v>${escapeXml(text)}</c:v></c:pt>`;
