import { escapeXml } from '../../../document/escape-xml.ts';
import type { LabelPosition, NativeChart, NativeSeries } from '../../../document/drawing.ts';
import { seriesRanges } from './chart-columns.ts';
import { richText, textProperties, type ChartText, type TextLook } from './chart-text.ts';
import { unpainted, valued } from './markup.ts';
import { cellLabels, shownLabels, type ShownLabel } from './shown-labels.ts';

const positions: Readonly<Record<LabelPosition, string>> = {
  center: 'ctr',
  'inside-end': 'inEnd',
  'inside-base': 'inBase',
  outside: 'outEnd',
  above: 't',
  below: 'b',
  left: 'l',
  right: 'r',
};

/**
 * Labels of a series (`c:dLbls`, ECMA-376 Part 1, §21.2.2.49): what most of them have in common as the series' own, so
 * that a category added in Word is labelled, too, and each that differs by itself. Empty where there is none.
 */
export function dataLabels(series: NativeSeries, text: ChartText): string {
  const labels = shownLabels(series);
  if (labels.every((label) => label === null)) return '';
  const own = labels.map((label) => (label ? content(label, text) : undefined));
  const due = series.values.filter((value) => value !== null).length;
  const common = commonest(
    labels.map((label, index) => (label && isPlain(label) ? own[index] : undefined)),
    due / 2,
  );
  const single = labels.map((label, index) => {
    if ((series.values[index] ?? null) === null) return '';
    if (own[index] === common && (!label || isPlain(label))) return '';
    const head = valued('c:idx', index);
    if (!label || own[index] === undefined) return `<c:dLbl>${head}${valued('c:delete', 1)}</c:dLbl>`;
    const extension = label.by === 'cell' ? fromCells : '';
    return `<c:dLbl>${head}${layout(label)}${cellText(label, index, text)}${own[index]}${extension}</c:dLbl>`;
  });
  return `<c:dLbls>${single.join('')}${common ?? none}</c:dLbls>`;
}

/** The cells that labels of a series show, with what stood in them (`c15:datalabelsRange`); last in the series. */
export function labelRange(chart: NativeChart, index: number): string {
  const series = chart.series[index];
  const texts = series && cellLabels(series);
  if (!texts) return '';
  const points = texts.map((text, place) =>
    text === '' ? '' : `<c:pt idx="${place}"><c:v>${escapeXml(text)}</c:v></c:pt>`,
  );
  const cache = `<c15:dlblRangeCache>${valued('c:ptCount', texts.length)}${points.join('')}</c15:dlblRangeCache>`;
  const range = `<c15:datalabelsRange><c15:f>${escapeXml(seriesRanges(chart, index).labels)}</c15:f>${cache}</c15:datalabelsRange>`;
  return `<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" ${namespace}>${range}</c:ext></c:extLst>`;
}

const namespace = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"';

const isPlain = (label: ShownLabel): boolean =>
  label.by === 'value' && !label.isNamed && label.lowered === undefined;

function content(label: ShownLabel, text: ChartText): string {
  const format =
    label.by === 'value' ? `<c:numFmt formatCode="${escapeXml(label.format)}" sourceLinked="0"/>` : '';
  const position = valued('c:dLblPos', positions[label.position]);
  const isNamed = label.by === 'value' && label.isNamed;
  const separator = isNamed ? '<c:separator> </c:separator>' : '';
  // Without the value switched on, programs that do not know ranges of labels would show none.
  const shown = showing(true, isNamed);
  return `${format}${unpainted}${textProperties(text, lookOf(label, text))}${position}${shown}${separator}`;
}

function showing(value: boolean, name: boolean): string {
  const flags = {
    LegendKey: false,
    Val: value,
    CatName: false,
    SerName: name,
    Percent: false,
    BubbleSize: false,
  };
  return Object.entries(flags)
    .map(([flag, isShown]) => valued(`c:show${flag}`, isShown ? 1 : 0))
    .join('');
}

const none = showing(false, false);

/** Moved up or down by a share of the chart's height from where its position puts it (§21.2.2.88). */
function layout({ lowered }: ShownLabel): string {
  if (lowered === undefined) return '';
  return `<c:layout><c:manualLayout>${valued('c:x', 0)}${valued('c:y', lowered)}</c:manualLayout></c:layout>`;
}

/** A field that Word fills from the range of cells; programs that do not know it show the text it bears. */
function cellText(label: ShownLabel, index: number, text: ChartText): string {
  if (label.by !== 'cell') return '';
  const id = `{5AB1E000-0000-4000-8000-${index.toString(16).toUpperCase().padStart(12, '0')}}`;
  const rich = richText(
    text,
    lookOf(label, text),
    (properties) =>
      `<a:fld id="${id}" type="CELLRANGE">${properties}<a:pPr/><a:t>${escapeXml(label.text)}</a:t></a:fld>`,
  );
  return `<c:tx>${rich}</c:tx>`;
}

const fromCells = `<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" ${namespace}><c15:showDataLabelsRange val="1"/></c:ext></c:extLst>`;

const lookOf = ({ color, isBold = false }: ShownLabel, { size }: ChartText): TextLook => ({
  size,
  color,
  isBold,
});

/** The most frequent of some strings, where it is there more than `least` times. */
function commonest(strings: readonly (string | undefined)[], least: number): string | undefined {
  const counts = new Map<string, number>();
  for (const string of strings) if (string !== undefined) counts.set(string, (counts.get(string) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] > least ? first[0] : undefined;
}
