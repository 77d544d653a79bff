import type { ChartRow } from '../document/drawing.ts';
import { convert } from '../derive/convert.ts';
import { findFigure } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import type { Checked } from '../validate/index.ts';
import type { ChartRowSpec, ChartSpec, Expression } from '../validate/schema/chart.ts';
import { Diagnostics, type Place } from '../diagnostics/diagnostic.ts';
import { createContext, recordPrinted, type ComposeContext } from './context.ts';
import { statusWord, statusMark } from './print.ts';
import { evaluate, hasFigure, lackOfData, onlyLookAlike } from './evaluate.ts';
import { formatFigure, formatYear } from './format.ts';
import { nameInLanguage } from '../validate/name-in-language.ts';

/** What a chart draws, and what is true of all of it. */
export interface Rows {
  readonly rows: ChartRow[];
  /** 初步数 or 计划数 where every figure is: its caption says so once, not every label. */
  readonly status: string;
}

/**
 * The rows a chart draws: each a figure, its number for lengths and positions and its text as printed everywhere else.
 * Every figure in them counts as printed. Reports what `evaluate` reports, at the row's line, PERIODS_MIXED and LOOK_ALIKES_DRAWN.
 */
export function buildRows(context: ComposeContext, { content, yaml }: Checked<ChartSpec>): Rows {
  const unasked = new Set<string>();
  const drawn = content.rows.flatMap((written, index) => {
    const path = ['rows', index] as const;
    const place = yaml.place(path);
    return expand(context, written).flatMap((spec) => {
      if (
        spec.optional &&
        ![spec, ...Object.values(spec.with ?? {})].every((part) => isKnown(context, part, place))
      )
        return [];
      const figure = evaluate(context, spec, place);
      if (!figure) return [];
      if (!asksForPeriod(spec)) unasked.add(figure.period);
      recordPrinted(context, figure);
      const beside: Record<string, Figure> = {};
      for (const [name, expression] of Object.entries(spec.with ?? {})) {
        const other = evaluate(context, expression, yaml.place([...path, 'with', name]));
        if (!other) continue;
        recordPrinted(context, other);
        beside[name] = other;
      }
      return [{ spec, figure, beside }];
    });
  });
  const figures = drawn.flatMap(({ figure, beside }) => [figure, ...Object.values(beside)]);
  const [status = '', ...others] = new Set(figures.map((figure) => statusWord(context, figure)));
  const isOne = others.length === 0;
  const textOf = (figure: Figure): string =>
    formatFigure(figure, context.facts.units).text + (isOne ? '' : statusMark(context, figure));
  const rows = drawn.map(({ spec, figure, beside }): ChartRow => {
    const extra = Object.entries(beside).flatMap(([name, other]): [string, number | string][] => [
      [name, lengthOf(context, other)],
      [`${name}_text`, textOf(other)],
      [`${name}_figure`, other.key],
    ]);
    return { ...Object.fromEntries(extra), ...rowOf(context, spec, figure, textOf(figure)) };
  });
  if (content.ornament !== true) checkTogether(context, { content, yaml }, rows, [...unasked]);
  return { rows, status: isOne ? status : '' };
}

/** What stands in one chart may stand together. Reports PERIODS_MIXED and LOOK_ALIKES_DRAWN. */
function checkTogether(
  context: ComposeContext,
  { content, yaml }: Checked<ChartSpec>,
  rows: readonly ChartRow[],
  periods: readonly string[],
): void {
  const { diagnostics, facts } = context;
  const place = yaml.place(['rows'], 'key');
  if (periods.length > 1) diagnostics.report('PERIODS_MIXED', { chart: yaml.file, periods }, place);
  // Rows of a region beside its peers are compared across the regions, not with each other.
  const levels = content.rows.flatMap(({ figure, peers }) => (peers ? [] : (figure ?? [])));
  const shown = levels.filter((id) => rows.some((row) => row.figure.split('/')[2] === id));
  const pair = lookAlikes(context, shown);
  if (!pair) return;
  const [first = '', second = ''] = pair.map((id) => facts.catalogue[id]?.name.zh ?? id);
  diagnostics.report('LOOK_ALIKES_DRAWN', { chart: yaml.file, first, second }, place);
}

/** Two indicators of a chart that the catalogue says must not be compared. */
function lookAlikes({ facts }: ComposeContext, ids: readonly string[]): [string, string] | undefined {
  for (const first of ids)
    for (const second of ids) if (onlyLookAlike(facts.catalogue, first, second)) return [first, second];
  return undefined;
}

/** Whether a row's time is its own affair: it names a period, or is a point of the plan. */
function asksForPeriod({ period, base, target, progress, attainment }: ChartRowSpec): boolean {
  return [period, base, target, progress, attainment].some((asked) => asked !== undefined);
}

/** The rows a written row stands for: one, one a region, or one a year. */
function expand(context: ComposeContext, written: ChartRowSpec): ChartRowSpec[] {
  const { peers, run, cards, ...spec } = written;
  if (cards) return rowsOfCards(context).map((card) => ({ ...spec, ...card }));
  const { figure: id } = spec;
  if (id === undefined || !(peers ?? run)) return [spec];
  const { facts, inputs } = context;
  if (run) {
    const years = yearsUpTo(context, id);
    return years.map((year) => ({ ...spec, period: year, label: formatYear(year), series: spec.series ?? spec.label ?? inputs.catalogue[id]?.name.zh })); // prettier-ignore
  }
  const known = [...inputs.peers.values()].filter(({ region }) =>
    hasFigure(context, id, { period: spec.period ?? facts.period, region: region.id }),
  );
  if (known.length === 0 || !hasFigure(context, id, { period: spec.period ?? facts.period })) return [];
  return [inputs.region, ...known.map(({ region }) => region)].map((region) => ({
    ...spec,
    period: spec.period ?? facts.period,
    region: region.id,
    series: nameInLanguage(inputs.language, region.short_name),
  }));
}

/** The figures the report puts first: its cards, or else its targets. */
function rowsOfCards({ inputs, facts }: ComposeContext): Expression[] {
  const cards = inputs.report.content.highlights ?? [];
  // A card of an unknown indicator is reported where the cards are printed.
  if (cards.length > 0)
    return cards
      .filter(({ indicator }) => facts.catalogue[indicator])
      .map(({ indicator }) => ({ figure: indicator }));
  return [...facts.targets.keys()].map((indicator) => ({ figure: indicator, target: true }));
}

/** Fewer years than this are no trend. */
const shortestRun = 3;

/** The years without a gap up to the report's own that have an exact figure, oldest first; none where they are too few. */
function yearsUpTo({ facts }: ComposeContext, id: string): string[] {
  const years: string[] = [];
  for (let year = Number(facts.period); ; year--) {
    const figure = findFigure(facts, id, String(year));
    if (!figure || figure.qualifier !== undefined || figure.to !== undefined)
      return years.length < shortestRun ? [] : years.reverse();
    years.push(String(year));
  }
}

function rowOf(context: ComposeContext, spec: ChartRowSpec, figure: Figure, text: string): ChartRow {
  return {
    label: spec.label ?? figure.name,
    value: lengthOf(context, figure),
    text,
    figure: figure.key,
    unit: figure.unit,
    period: figure.period,
    status: figure.provenance.formula === undefined ? figure.status : 'computed',
    ...(spec.series !== undefined && { series: spec.series }),
  };
}

/**
 * Whether an expression comes to a figure, so that an optional row can be left out without a word. Anything wrong with it
 * other than missing data is left to be reported.
 */
function isKnown(context: ComposeContext, expression: Expression, place: Place): boolean {
  const { inputs, facts } = context;
  const ids = [expression.figure, expression.growth, ...(expression.share ?? [])];
  const moment = { period: expression.period, region: expression.region };
  const isPoint = expression.base === true || expression.target === true;
  if (
    !isPoint &&
    ids.some((id) => id !== undefined && facts.catalogue[id] && !hasFigure(context, id, moment))
  )
    return false;
  const trial = createContext(inputs, facts, new Diagnostics('zh', { trial: true }));
  if (evaluate(trial, expression, place)) return true;
  return !trial.diagnostics.all.every(({ code }) => lackOfData.has(code));
}

/** A figure's number in its indicator's unit, so that figures stated in 万件 and in 件 stand on one scale. */
function lengthOf({ facts }: ComposeContext, figure: Figure): number {
  const unit = facts.catalogue[figure.indicator]?.unit ?? figure.unit;
  return Number(convert(figure.value, figure.unit, unit, facts.units) ?? figure.value);
}
