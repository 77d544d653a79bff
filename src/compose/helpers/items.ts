import type { Figure } from '../../derive/figure.ts';
import { word } from '../context.ts';
import { nameInLanguage } from '../../validate/name-in-language.ts';
import { printChange, printField } from '../rank.ts';
import { figureOf } from '../evaluate.ts';
import { escapeHtml, printFigure, printMark, printNumber } from '../print.ts';
import { citation } from '../source-line.ts';
import { formatDate, formatFigure, formatPeriod } from '../format.ts';
import { momentOf, textArgument } from './inline.ts';
import type { StructureHelper, ValueHelper } from './helper.ts';

/** `{{date this form="short" missing="—"}}`: the item's date as 2023年4月21日, short 4月21日. */
export const date: StructureHelper = (_, { args, hash }) => {
  const value = (args[0] as { date?: string } | undefined)?.date;
  if (value === undefined) return typeof hash.missing === 'string' ? escapeHtml(hash.missing) : '';
  const text = formatDate(value);
  return escapeHtml(hash.form === 'short' ? text.replace(/^\d+年(?=.)/, '') : text);
};

/** `{{names this "hosts" label="主办：" ending="。"}}`: a text or list of an item, joined with 、; nothing where absent. */
export const names: StructureHelper = (context, { args, hash, place }) => {
  const [item, key] = args;
  if (typeof item !== 'object' || item === null || typeof key !== 'string') {
    context.diagnostics.report('TEMPLATE_ARGUMENT', { helper: 'names', position: 1 }, place);
    return '';
  }
  const value = (item as Record<string, unknown>)[key];
  const list = (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string');
  if (list.length === 0) return typeof hash.missing === 'string' ? escapeHtml(hash.missing) : '';
  const { label, ending } = hash;
  const text = list.join(word(context, 'list.separator'));
  return escapeHtml(
    `${typeof label === 'string' ? label : ''}${text}${typeof ending === 'string' ? ending : ''}`,
  );
};

/** `(concat "level." this.level)`: texts put together, for the name of a word or an id. */
export const concat: ValueHelper = (_, { args }) => args.map(String).join('');

/** `(word "title.all_figures" section=…)`: a word of the locale with its places filled in. */
export const filledWord: ValueHelper = (context, { args, hash, place }) => {
  const values = Object.fromEntries(Object.entries(hash).map(([key, value]) => [key, String(value)]));
  return word(context, String(args[0]), values, place);
};

/** `{{level-of this}}`: 国家级 for an item with a level; nothing where it has none. */
export const levelOf: StructureHelper = (context, { args }) => {
  const { level } = args[0] as { level?: string };
  return level === undefined ? '' : escapeHtml(word(context, `level.${level}`));
};

/** `{{remark this}}` with a figure: its status unless final, and its note. */
export const remark: StructureHelper = (context, { args, place }) => {
  const { status, note, peer } = (args[0] ?? {}) as Partial<Figure>;
  if (status === undefined) {
    context.diagnostics.report('TEMPLATE_ARGUMENT', { helper: 'remark', position: 1 }, place);
    return '';
  }
  const standing =
    status === 'final' ? '' : word(context, 'remark.status', { status: word(context, `status.${status}`) });
  const other = peer === undefined ? undefined : context.inputs.peers.get(peer)?.region.name;
  const against =
    other === undefined
      ? ''
      : word(context, 'remark.peer', { region: nameInLanguage(context.inputs.language, other) });
  return escapeHtml(standing + against + (note ?? ''));
};

/** `{{cite-of "id"}}`: the number of the source a figure is from. */
export const citeOf: StructureHelper = (context, call) => {
  const id = textArgument(context, call, 0);
  const source = id === undefined ? undefined : figureOf(context, id, call.place)?.provenance.source;
  return source === undefined ? '' : citation(context, source);
};

/** `{{when "id"}}`: （2018—2020年） where the figure is not of the report's own period; nothing where it is. */
export const when: StructureHelper = (context, call) => {
  const id = textArgument(context, call, 0);
  const figure = id === undefined ? undefined : figureOf(context, id, call.place);
  if (!figure || figure.period === context.inputs.period) return '';
  return escapeHtml(word(context, 'mark.period', { period: formatPeriod(figure) }));
};

/** `{{mark "id" period="2021"}}`: （测算） where no source states the figure, （初步数）, （计划数） where it is not final. */
export const mark: StructureHelper = (context, call) => {
  const id = textArgument(context, call, 0);
  const figure = id === undefined ? undefined : figureOf(context, id, call.place, momentOf(call));
  return figure ? printMark(context, figure) : '';
};

/** `{{region-of this}}` with a figure: the short name of its region. */
export const regionOf: StructureHelper = (context, { args }) => {
  const { inputs } = context;
  const { region } = (args[0] ?? {}) as { region?: string };
  const name = (region === undefined ? undefined : inputs.peers.get(region)?.region) ?? inputs.region;
  return escapeHtml(nameInLanguage(inputs.language, name.short_name));
};

/** `{{scope-of this}}`, `{{field-of this}}`, `{{change-of this}}` with a rank: among whom, how many, places gained. */
export const scopeOf: StructureHelper = (context, { args }) => {
  const { indicator } = args[0] as Figure;
  return escapeHtml(context.facts.catalogue[indicator]?.scope ?? '');
};
export const fieldOf: StructureHelper = (context, { args }) =>
  printField(context, args[0] as Figure) || escapeHtml(word(context, 'rank.unstated'));
export const changeOf: StructureHelper = (context, { args }) =>
  printChange(context, args[0] as Figure) || '—';

/**
 * `{{printed key form="number" mark=false}}`: a figure by its key; computed ones only once they have been printed. Without its
 * mark where another column says it.
 */
export const printed: StructureHelper = (context, { args, hash }) => {
  const figure = context.printed.get(String(args[0])) ?? context.facts.figures.get(String(args[0]));
  if (!figure) return '';
  const marks = hash.mark === false ? 'none' : 'any-status';
  return hash.form === 'number'
    ? printNumber(context, figure, marks)
    : printFigure(context, figure, { marks });
};

/** `{{unit-of key}}`, `{{period-of key}}`: what a figure prints behind its number, and its period words. */
export const unitOf: StructureHelper = (context, { args }) => {
  const figure = context.facts.figures.get(String(args[0]));
  return figure ? escapeHtml(formatFigure(figure, context.facts.units).column.unit) : '';
};
export const periodOf: StructureHelper = (context, { args }) => {
  const figure = context.facts.figures.get(String(args[0]));
  return figure ? escapeHtml(formatPeriod(figure)) : '';
};
