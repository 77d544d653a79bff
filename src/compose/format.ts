import type { Figure } from '../derive/figure.ts';
import type { Units } from '../validate/schema/units.ts';
import { scaleForReading } from './scale.ts';

/** What of a figure is printed. */
export interface FormatOptions {
  /** Print the unit (default), or the number and its qualifier alone. */
  readonly unit?: boolean;
  /** Print in 亿 or 万 where the value reaches them, instead of the catalogue's unit. */
  readonly scale?: boolean;
}

/** A figure as printed, whole and in the two halves a card sets in different sizes. */
export interface Printed {
  readonly text: string;
  readonly number: string;
  readonly unit: string;
  /** The two halves for columns of their own: 95以上 and %, where a text has 95%以上. */
  readonly column: { readonly number: string; readonly unit: string };
}

/** 近, 约, 超 and their like stand before the number, as their sources print them. */
const before = new Set(['近', '约', '超', '超过', '突破', '逾', '不足']);
/**
 * 余 and 多 stand where the digits they leave open begin: behind a round number before its scale (1700余万元, 100余件), behind
 * the scale of any other (5万余件, 2亿多元).
 */
const between = new Set(['余', '多']);

/**
 * The one formatter: prose, cards, tables, chart labels and alternative texts all print a figure through it. Digits are
 * printed as stated or as computed, without grouping (GB/T 15835-2011 does not ask for it); nothing is rounded here
 * unless `scale` is asked for.
 */
export function formatFigure(
  stated: Figure,
  units: Units,
  { unit = true, scale: scaled = false }: FormatOptions = {},
): Printed {
  const figure = scaled ? scaleForReading(stated, units) : stated;
  const { scale, base } = splitUnit(figure.unit, units);
  const qualifier = figure.qualifier ?? '';
  const upTo = figure.to === undefined ? '' : `～${figure.to}`;
  const digits = figure.value.replace('-', '−') + upTo;
  const front = before.has(qualifier) ? qualifier : '';
  const middle = between.has(qualifier) ? qualifier : '';
  const back = front === '' && middle === '' ? qualifier : '';
  if (figure.kind === 'rank') {
    const place = `${front}第${digits}`;
    const tail = `位${middle}${back}`;
    return { text: place + tail, number: place, unit: tail, column: { number: place, unit: tail } };
  }
  const early = scale === '' || /^\d+0$/.test(figure.value);
  const number = `${front}${digits}${early ? middle : ''}`;
  const tail = `${scale}${early ? '' : middle}${base}${back}`;
  return {
    text: unit ? number + tail : number + (early ? '' : middle) + back,
    number,
    unit: tail,
    column: { number: number + back, unit: `${scale}${early ? '' : middle}${base}` },
  };
}

/** Unit as printed behind a number: 万元 is 万 of 元, 件/万人 is printed 件. */
export function splitUnit(unit: string, units: Units): { scale: string; base: string } {
  const definition = units[unit];
  const base = definition?.printed ?? definition?.suffix;
  if (definition?.suffix !== undefined && unit.endsWith(definition.suffix)) {
    return { scale: unit.slice(0, -definition.suffix.length), base: definition.suffix };
  }
  return { scale: '', base: base ?? unit };
}

/** 2022-2025 is printed 2022—2025年, 2022 is 2022年, 2021-06-30 is 2021年6月30日, 2021-ytd is 2021年以来. */
export function formatYear(period: string): string {
  const span = /^(\d{4})-(\d{4})$/.exec(period);
  if (span) return `${span[1] ?? ''}—${span[2] ?? ''}年`;
  if (period.endsWith('-ytd')) return `${period.slice(0, 4)}年以来`;
  return formatDate(period);
}

/** 2023-04-20 is printed 2023年4月20日, 2023-04 2023年4月. */
export function formatDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  return `${year}年${month === undefined ? '' : `${String(Number(month))}月`}${day === undefined ? '' : `${String(Number(day))}日`}`;
}

/**
 * Period words by kind: 2022年 for a flow, 截至2022年底 for a stock, 截至2022年底累计 for a cumulative count; a span, a date
 * and part of a year in words of their own.
 */
export function formatPeriod({ kind, period }: Pick<Figure, 'kind' | 'period'>): string {
  const year = formatYear(period);
  if (period.endsWith('-ytd')) return kind === 'flow' ? year : formatYear(period.slice(0, 4));
  if (/^\d{4}-\d{4}$/.test(period))
    return `${year}${kind === 'cumulative' ? '累计' : kind === 'average' ? '年均' : ''}`;
  if (period.length > 4) return `截至${year}${kind === 'cumulative' ? '累计' : ''}`;
  const words: Record<Figure['kind'], string> = {
    flow: year,
    ratio: year,
    rank: year,
    average: `${year}年均`.replace('年年', '年'),
    stock: `截至${year}底`,
    cumulative: `截至${year}底累计`,
  };
  return words[kind];
}
