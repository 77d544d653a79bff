import type { NativeChart, NativeSeries } from '../../../document/drawing.ts';
import { axesPart, axisIds } from './axes-part.ts';
import { textProperties, type ChartText } from './chart-text.ts';
import { unpainted, valued } from './markup.ts';
import { seriesPart } from './series-part.ts';

/**
 * A chart part (`c:chartSpace`, ECMA-376 Part 1, §21.2.2.29): the plot where the SVG has it, with marks, labels and
 * axes as printed. `externalData` is the element that leads to the workbook.
 */
export function chartPart(chart: NativeChart, text: ChartText, externalData: string): string {
  const texts = textProperties(text, { size: text.size, color: text.ink });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    `${valued('c:date1904', 0)}${valued('c:lang', text.language)}${valued('c:roundedCorners', 0)}`,
    `<c:chart>${valued('c:autoTitleDeleted', 1)}<c:plotArea>${plotLayout(chart)}`,
    ...groupsOf(chart).map((group) => groupPart(chart, group, text)),
    `${axesPart(chart, text)}${unpainted}</c:plotArea>`,
    chart.hasLegend ? legendPart(chart, texts) : '',
    valued('c:plotVisOnly', 1),
    `${valued('c:dispBlanksAs', chart.isSpanned === true ? 'span' : 'gap')}</c:chart>`,
    unpainted,
    texts,
    `${externalData}</c:chartSpace>`,
  ].join('');
}

/** The legend above the plot, from its left edge on. */
function legendPart({ plot }: NativeChart, texts: string): string {
  const edges = `${valued('c:xMode', 'edge')}${valued('c:yMode', 'edge')}`;
  const place = `<c:manualLayout>${edges}${valued('c:x', plot.x)}${valued('c:y', 0)}</c:manualLayout>`;
  return `<c:legend>${valued('c:legendPos', 't')}<c:layout>${place}</c:layout>${valued('c:overlay', 0)}${texts}</c:legend>`;
}

/** The inner plot area, without labels of axes, as shares of the chart's size. */
function plotLayout({ plot }: NativeChart): string {
  const place = [
    valued('c:layoutTarget', 'inner'),
    valued('c:xMode', 'edge'),
    valued('c:yMode', 'edge'),
    valued('c:x', plot.x),
    valued('c:y', plot.y),
    valued('c:w', plot.width),
    valued('c:h', plot.height),
  ];
  return `<c:layout><c:manualLayout>${place.join('')}</c:manualLayout></c:layout>`;
}

interface Group {
  readonly element: 'c:barChart' | 'c:areaChart' | 'c:lineChart';
  readonly isSecondary: boolean;
  readonly members: { readonly series: NativeSeries; readonly index: number }[];
}

const elements = {
  bar: 'c:barChart',
  area: 'c:areaChart',
  line: 'c:lineChart',
  point: 'c:lineChart',
} as const;

/** Series drawn in one way against one pair of axes stand in one group; points are lines without a line. */
function groupsOf({ series }: NativeChart): Group[] {
  const groups: Group[] = [];
  for (const [index, one] of series.entries()) {
    const element = elements[one.kind];
    const isSecondary = one.isSecondary === true;
    const known = groups.find((group) => group.element === element && group.isSecondary === isSecondary);
    const group = known ?? { element, isSecondary, members: [] };
    if (!known) groups.push(group);
    group.members.push({ series: one, index });
  }
  return groups;
}

function groupPart(chart: NativeChart, { element, isSecondary, members }: Group, text: ChartText): string {
  const ids = axisIds(isSecondary).map((id) => valued('c:axId', id));
  const series = members.map(({ series: one, index }) => seriesPart(chart, one, index, text));
  const isBar = element === 'c:barChart';
  const { gap, overlap } = chart.bars ?? { gap: 75, overlap: 0 };
  return [
    `<${element}>`,
    isBar ? valued('c:barDir', chart.isHorizontal ? 'bar' : 'col') : '',
    valued('c:grouping', grouping(chart, element)),
    valued('c:varyColors', 0),
    ...series,
    isBar ? `${valued('c:gapWidth', gap)}${valued('c:overlap', overlap)}` : '',
    element === 'c:lineChart' ? valued('c:marker', 1) : '',
    ...ids,
    `</${element}>`,
  ].join('');
}

function grouping({ stacking }: NativeChart, element: Group['element']): string {
  const plain = element === 'c:barChart' ? 'clustered' : 'standard';
  if (element === 'c:lineChart') return plain;
  return { none: plain, stacked: 'stacked', percent: 'percentStacked' }[stacking];
}
