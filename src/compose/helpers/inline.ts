import type { Place } from '../../diagnostics/diagnostic.ts';
import { isBorneOut } from '../claims.ts';
import { word, type ComposeContext } from '../context.ts';
import type { Figure } from '../../derive/figure.ts';
import type { Expression } from '../../validate/schema/chart.ts';
import { yearlyGrowth } from '../../derive/compute.ts';
import { evaluate, evaluateChange, figureOf, settle, type Moment } from '../evaluate.ts';
import { formatFigure, formatPeriod, formatYear } from '../format.ts';
import { nameInLanguage } from '../../validate/name-in-language.ts';
import { changePhrase, growthPhrase } from '../phrases.ts';
import { escapeHtml, printFigure, printNumber, printSplit, type Marks } from '../print.ts';
import { printRank } from '../rank.ts';

/** How a helper is called: positional arguments, named arguments, and where the call stands. */
export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly hash: Readonly<Record<string, unknown>>;
  readonly place: Place;
  /** Called from a text of the data, whose words must fit the figure. */
  readonly inProse?: boolean;
}

/** A helper that prints inside a line; returns HTML, everything from data escaped. */
export type InlineHelper = (context: ComposeContext, call: Call) => string;

/** A helper's text argument; reports TEMPLATE_ARGUMENT and returns undefined where it is missing or not a text. */
export function textArgument(context: ComposeContext, call: Call, index: number): string | undefined {
  const value = call.args[index];
  if (typeof value === 'string' && value !== '') return value;
  context.diagnostics.report('TEMPLATE_ARGUMENT', { helper: call.name, position: index + 1 }, call.place);
  return undefined;
}

function periodOf({ hash }: Call): string | undefined {
  const { period } = hash;
  return typeof period === 'string' || typeof period === 'number' ? String(period) : undefined;
}

/** The period and region a call asks for; `progress` and `apart` are left to `evaluate`. */
export function momentOf(call: Call): Moment {
  const { region } = call.hash;
  const period = periodOf(call);
  return { ...(period !== undefined && { period }), ...(typeof region === 'string' && { region }) };
}

/**
 * Whether the words around a figure are known to fit it: the sentence of a text must say that a figure is of another
 * period, or planned, and the call says that it does. Reports FIGURE_PERIOD, FIGURE_STATUS.
 */
function fits(context: ComposeContext, figure: Figure, { inProse, hash, place }: Call): boolean {
  if (inProse !== true || hash.base === true || hash.target === true) return true;
  const { diagnostics, inputs } = context;
  const { name, period, status } = figure;
  const periodSaid = hash.period !== undefined || period === inputs.period;
  const isHeld = status === 'final' || status === 'provisional' || status === 'estimated';
  const statusSaid = isHeld ? hash.status === undefined : hash.status === status;
  if (!periodSaid) diagnostics.report('FIGURE_PERIOD', { name, period, report: inputs.period }, place);
  if (!statusSaid) diagnostics.report('FIGURE_STATUS', { name, status }, place);
  return periodSaid && statusSaid;
}

/**
 * The marks behind a figure; with `mark=false` a template prints them all beside its name, while a text only says in words of
 * its own that the figure is computed.
 */
function marksOf({ hash, inProse }: Call, asked: Marks): Marks {
  if (hash.mark !== false) return asked;
  return inProse === true ? 'status' : 'none';
}

/** Print what a one-indicator expression gives, with its marks unless `mark=false`. */
function printExpression(kind: 'progress' | 'attainment'): InlineHelper {
  return (context, call) => {
    const id = textArgument(context, call, 0);
    const figure = id === undefined ? undefined : evaluate(context, { [kind]: id }, call.place);
    if (!figure) return '';
    return printFigure(context, figure, { marks: marksOf(call, 'all') });
  };
}

/**
 * The helpers prose in data may use, and templates too. Every number of the report comes out of one of these.
 */
export const inlineHelpers: Readonly<Record<string, InlineHelper>> = {
  /**
   * `{{figure "id" period="2021" target=true unit=false scale=true form="split"}}`: 5274件; scaled 55.64万件. With `mark=false`, for
   * templates that print `{{mark "id"}}` beside the name, no （初步数） follows.
   */
  figure(context, call) {
    const id = textArgument(context, call, 0);
    if (id === undefined) return '';
    const { base, target } = call.hash;
    const expression = { figure: id, base: base === true, target: target === true, ...momentOf(call) };
    const figure = evaluate(context, expression, call.place);
    if (!figure || !fits(context, figure, call)) return '';
    const { form, unit, scale } = call.hash;
    const marks = marksOf(call, call.inProse === true ? 'status' : 'any-status');
    if (form === 'number') return printNumber(context, figure, marks);
    if (form === 'split') return printSplit(context, figure, marks);
    return printFigure(context, figure, { unit: unit !== false, scale: scale === true, marks });
  },

  /** `{{growth "id"}}`: 同比增长82.31%; `form="value"` the percentage alone. */
  growth(context, call) {
    const id = textArgument(context, call, 0);
    const period = periodOf(call);
    const expression = { growth: id, ...(period !== undefined && { period }) };
    const figure = id === undefined ? undefined : evaluate(context, expression, call.place);
    if (!figure || !fits(context, figure, { ...call, hash: {} })) return '';
    return call.hash.form === 'value' ? printFigure(context, figure) : growthPhrase(context, figure);
  },

  /** `{{change "id" period="2021"}}`: 比2021年增加53件（测算）. */
  change(context, call) {
    const id = textArgument(context, call, 0);
    if (id === undefined) return '';
    const of = figureOf(context, id, call.place);
    if (!of || !fits(context, of, { ...call, hash: {} })) return '';
    const figure = evaluateChange(context, id, periodOf(call), call.place);
    return figure ? changePhrase(context, figure, of) : '';
  },

  /** `{{share "part" "whole"}}`: 48.80%（测算）. */
  share(context, call) {
    const part = textArgument(context, call, 0);
    const whole = textArgument(context, call, 1);
    if (part === undefined || whole === undefined) return '';
    const expression = { share: [part, whole], ...momentOf(call) } as Expression;
    const figure = evaluate(context, expression, call.place);
    return figure && fits(context, figure, call)
      ? printFigure(context, figure, { marks: marksOf(call, 'all') })
      : '';
  },

  /** `{{cagr "id" from="2018" to="2020"}}`: 22.5%（测算）, the yearly growth between two years. */
  cagr(context, call) {
    const id = textArgument(context, call, 0);
    const { from, to } = call.hash;
    const first = id === undefined ? undefined : figureOf(context, id, call.place, { period: String(from) });
    const last = id === undefined ? undefined : figureOf(context, id, call.place, { period: String(to) });
    if (!first || !last) return '';
    const figure = settle(context, last, yearlyGrowth(last, first, context.facts.units), call.place);
    return figure ? printFigure(context, figure, { marks: 'all' }) : '';
  },

  /** `{{progress "id"}}`: 84.3%, how much of the way from base to target is done. */
  progress: printExpression('progress'),
  /** `{{attainment "id"}}`: 96.9%, the present level against the target's. */
  attainment: printExpression('attainment'),

  /** `{{rank "id" form="full"}}`: 全国参评城市第3位; full 全国参评城市第3位（共140个，比上年上升4位）. */
  rank(context, call) {
    const id = textArgument(context, call, 0);
    const figure = id === undefined ? undefined : figureOf(context, id, call.place, momentOf(call));
    return figure && fits(context, figure, call) ? printRank(context, figure, call.hash.form === 'full') : '';
  },

  /** `{{period "id"}}`: 2022年, 截至2022年底, 截至2022年底累计, by the kind of the indicator. */
  period(context, call) {
    const id = textArgument(context, call, 0);
    const figure = id === undefined ? undefined : figureOf(context, id, call.place, momentOf(call));
    return figure ? escapeHtml(formatPeriod(figure)) : '';
  },

  /** `{{year}}`: 2022年, the report's own; `{{year "2021"}}` another, `of="base"` the plan's. */
  year(context, { args: [year], hash: { of } }) {
    const plan = [...context.facts.targets.values()][0];
    const point =
      of === 'progress'
        ? context.facts.progressPeriod
        : of === 'base' || of === 'target'
          ? plan?.[of].period
          : undefined;
    const given = typeof year === 'string' || typeof year === 'number' ? String(year) : undefined;
    return escapeHtml(formatYear(point ?? given ?? context.inputs.period));
  },

  /** `{{region}}`: the full name, such as 某某市; `form="short"`: 某某; `{{region "id"}}` a peer's. */
  region(context, call) {
    const { inputs, diagnostics } = context;
    const [id] = call.args;
    const name = typeof id === 'string' ? id : undefined;
    const region = name === undefined ? inputs.region : inputs.peers.get(name)?.region;
    if (!region) {
      const details = { name: name ?? '', existing: [...inputs.peers.keys()] };
      diagnostics.report('PEER_UNKNOWN', details, call.place);
      return '';
    }
    const names = call.hash.form === 'short' ? region.short_name : region.name;
    return escapeHtml(nameInLanguage(inputs.language, names));
  },

  /** `{{literal "昆仑2022"}}`: digits that are no statistic, declared as such. */
  literal(context, call) {
    const text = textArgument(context, call, 0);
    return text === undefined ? '' : escapeHtml(text);
  },

  /** `{{claim "持平" "id" period="2021"}}`, `{{claim "率先" source="id"}}`: the words, once data or a source bear them out. */
  claim(context, call) {
    const words = textArgument(context, call, 0);
    const [, id] = call.args;
    const { source } = call.hash;
    if (words === undefined) return '';
    const isText = (value: unknown): value is string => typeof value === 'string';
    const claim = {
      words,
      id: isText(id) ? id : undefined,
      period: periodOf(call),
      source: isText(source) ? source : undefined,
      place: call.place,
    };
    return isBorneOut(context, claim) ? escapeHtml(words) : '';
  },

  /** `{{note "…{{figure 'id'}}…"}}`: a numbered note; its text, in which figures may be printed, stands at the end of the chapter. */
  note(context, call) {
    const text = textArgument(context, call, 0);
    if (text === undefined) return '';
    // In a text of the data it has been run already.
    const html = call.inProse === true ? text : escapeHtml(text);
    return `<sup data-note="${escapeHtml(html)}"></sup>`;
  },

  /** `{{name "id"}}`: the indicator's name. */
  name(context, call) {
    const id = textArgument(context, call, 0);
    const indicator = id === undefined ? undefined : context.inputs.catalogue[id];
    if (!indicator) {
      if (id !== undefined) evaluate(context, { figure: id }, call.place);
      return '';
    }
    return escapeHtml(nameInLanguage(context.inputs.language, indicator.name));
  },

  /** `{{unit "id" period="2021"}}`: what its figure prints behind the number, for a column of its own. */
  unit(context, call) {
    const id = textArgument(context, call, 0);
    const figure = id === undefined ? undefined : figureOf(context, id, call.place, momentOf(call));
    return figure ? escapeHtml(formatFigure(figure, context.facts.units).column.unit) : '';
  },

  /** `{{t "contents.title"}}`: a word of the locale. */
  t(context, call) {
    const key = textArgument(context, call, 0);
    return key === undefined ? '' : escapeHtml(word(context, key, {}, call.place));
  },
};
