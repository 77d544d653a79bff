import type { NativeChart } from '../../../document/drawing.ts';
import { axisTitle, textProperties, type ChartText } from './chart-text.ts';
import { line, valued } from './markup.ts';

/** Ids of the two axes a group of series is drawn against: categories and values. */
export const axisIds = (isSecondary: boolean): readonly [number, number] => (isSecondary ? [3, 4] : [1, 2]);

/**
 * The axes of a chart (ECMA-376 Part 1, §21.2.2.25 and .226): categories in the order of the drawing, which for lying
 * bars Word would turn round, labelled at the edge of the plot; values from zero, their range left to Word, so that it
 * fits after an edit.
 */
export function axesPart(chart: NativeChart, text: ChartText): string {
  const [first, second] = chart.valueAxes;
  return [
    categoryAxis(chart, text, false),
    valuesAxis(chart, text, first, false),
    ...(second ? [valuesAxis(chart, text, second, true), categoryAxis(chart, text, true)] : []),
  ].join('');
}

function categoryAxis(chart: NativeChart, text: ChartText, isSecondary: boolean): string {
  const [own, other] = axisIds(isSecondary);
  const { isHorizontal, categoryTitle, baseline } = chart;
  const isShown = chart.hasCategoryAxis && !isSecondary;
  return [
    `<c:catAx>${valued('c:axId', own)}`,
    `<c:scaling>${valued('c:orientation', isHorizontal ? 'maxMin' : 'minMax')}</c:scaling>`,
    valued('c:delete', isShown || baseline !== undefined ? (isSecondary ? 1 : 0) : 1),
    valued('c:axPos', isHorizontal ? 'l' : 'b'),
    isShown && categoryTitle !== undefined ? axisTitle(text, categoryTitle, isHorizontal) : '',
    '<c:numFmt formatCode="General" sourceLinked="0"/>',
    noTicks,
    valued('c:tickLblPos', isShown ? 'low' : 'none'),
    `<c:spPr><a:noFill/>${line(baseline)}</c:spPr>`,
    textProperties(text, { size: text.size, color: text.ink }),
    valued('c:crossAx', other),
    valued('c:crosses', 'autoZero'),
    valued('c:auto', 0),
    valued('c:lblAlgn', 'ctr'),
    valued('c:lblOffset', 100),
    valued('c:tickLblSkip', 1),
    `${valued('c:noMultiLvlLbl', 1)}</c:catAx>`,
  ].join('');
}

function valuesAxis(
  chart: NativeChart,
  text: ChartText,
  axis: NativeChart['valueAxes'][number] | undefined,
  isSecondary: boolean,
): string {
  const [other, own] = axisIds(isSecondary);
  const { isShown = false, hasGrid = false, title } = axis ?? {};
  const values = chart.series
    .filter(({ isSecondary: onSecond = false }) => onSecond === isSecondary)
    .flatMap(({ values: some }) => some.filter((value) => value !== null));
  const { isHorizontal, stacking } = chart;
  const format = stacking === 'percent' ? '0%' : Math.max(...values) >= 1000 ? '#,##0' : 'General';
  const atFarEnd = isSecondary || isHorizontal;
  return [
    `<c:valAx>${valued('c:axId', own)}`,
    `<c:scaling>${valued('c:orientation', 'minMax')}${Math.min(...values) >= 0 ? valued('c:min', 0) : ''}</c:scaling>`,
    valued('c:delete', isShown || hasGrid ? 0 : 1),
    valued('c:axPos', isHorizontal ? 'b' : isSecondary ? 'r' : 'l'),
    hasGrid && !isSecondary
      ? `<c:majorGridlines><c:spPr>${line(text.hairline)}</c:spPr></c:majorGridlines>`
      : '',
    title === undefined ? '' : axisTitle(text, title, !isHorizontal),
    `<c:numFmt formatCode="${format}" sourceLinked="0"/>`,
    noTicks,
    valued('c:tickLblPos', isShown ? 'nextTo' : 'none'),
    `<c:spPr><a:noFill/>${line(undefined)}</c:spPr>`,
    textProperties(text, { size: text.noteSize, color: text.grey }),
    valued('c:crossAx', other),
    valued('c:crosses', atFarEnd ? 'max' : 'autoZero'),
    `${valued('c:crossBetween', 'between')}</c:valAx>`,
  ].join('');
}

const noTicks = `${valued('c:majorTickMark', 'none')}${valued('c:minorTickMark', 'none')}`;
