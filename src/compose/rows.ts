import type { ChartRow } from '../document/drawing.ts';
import { convert } from '../derive/convert.ts';
import { findFigure } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import type { Checked } from '../validate/index.ts';
import type { ChartRowSpec, ChartSpec, Expression } from '../validate/schema/chart.ts';
import { recordPrinted, type ComposeContext } from './context.ts';
import { evaluate, hasFigure } from './evaluate.ts';
import { formatFigure } from './format.ts';

/**
 * The rows a chart draws: each a figure, its number for lengths and positions and its text as printed everywhere else.
 * Every figure in them counts as printed. Reports what `evaluate` reports, at the row's line.
 */
export function buildRows(context: ComposeContext, { content, yaml }: Checked<ChartSpec>): ChartRow[] {
  return content.rows.flatMap((spec, index) => {
    const path = ['rows', index] as const;
    if (spec.optional && ![spec, ...Object.values(spec.with ?? {})].every((part) => isKnown(context, part)))
      return [];
    const place = yaml.place(path);
    const figure = evaluate(context, spec, place);
    if (!figure) return [];
    recordPrinted(context, figure);
    const extra: Record<string, number | string> = {};
    for (const [name, expression] of Object.entries(spec.with ?? {})) {
      const other = evaluate(context, expression, yaml.place([...path, 'with', name]));
      if (!other) continue;
      recordPrinted(context, other);
      extra[name] = lengthOf(context, other);
      extra[`${name}_text`] = formatFigure(other, context.facts.units).text;
    }
    return [{ ...extra, ...rowOf(context, spec, figure) }];
  });
}

function rowOf(context: ComposeContext, spec: ChartRowSpec, figure: Figure): ChartRow {
  return {
    label: spec.label ?? figure.name,
    value: lengthOf(context, figure),
    text: formatFigure(figure, context.facts.units).text,
    figure: figure.key,
    unit: figure.unit,
    period: figure.period,
    status: figure.provenance.formula === undefined ? figure.status : 'computed',
    ...(spec.series !== undefined && { series: spec.series }),
  };
}

/** Whether everything an expression needs is in the data, so that an optional row can be left out without a word. */
function isKnown(context: ComposeContext, expression: Expression): boolean {
  const { figure, growth, share, progress, attainment, base, target, period } = expression;
  const { facts } = context;
  const needsTarget = progress ?? attainment ?? (target === true || base === true ? figure : undefined);
  if (needsTarget !== undefined && facts.targets.get(needsTarget)?.comparable !== true) return false;
  if (figure !== undefined && (target === true || base === true)) return true;
  if (figure !== undefined && period !== undefined)
    return findFigure(facts, figure, String(period)) !== undefined;
  return [figure, growth, progress, attainment, ...(share ?? [])].every(
    (id) => id === undefined || hasFigure(context, id),
  );
}

/** A figure's number in its indicator's unit, so that figures stated in 万件 and in 件 stand on one scale. */
function lengthOf({ facts }: ComposeContext, figure: Figure): number {
  const unit = facts.catalogue[figure.indicator]?.unit ?? figure.unit;
  return Number(convert(figure.value, figure.unit, unit, facts.units) ?? figure.value);
}
