import { word } from '../context.ts';
import { figureOf } from '../evaluate.ts';
import { escapeHtml, printFigure, printMark } from '../print.ts';
import { citation } from '../source-line.ts';
import { formatDate } from '../view.ts';
import { textArgument } from './inline.ts';
import type { StructureHelper, ValueHelper } from './helper.ts';

/** `{{date this form="short"}}`: the item's date as 2023年4月21日, short 4月21日; nothing where it has none. */
export const date: StructureHelper = (_, { args, hash }) => {
  const value = (args[0] as { date?: string } | undefined)?.date;
  if (value === undefined) return '';
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
  if (list.length === 0) return '';
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

/** `{{remark this}}` with a figure: its status unless final, and its note. */
export const remark: StructureHelper = (context, { args, place }) => {
  const { status, note } = (args[0] ?? {}) as { status?: string; note?: string };
  if (status === undefined) {
    context.diagnostics.report('TEMPLATE_ARGUMENT', { helper: 'remark', position: 1 }, place);
    return '';
  }
  const standing =
    status === 'final' ? '' : word(context, 'remark.status', { status: word(context, `status.${status}`) });
  return escapeHtml(standing + (note ?? ''));
};

/** `{{cite-of "id"}}`: the number of the source a figure is from. */
export const citeOf: StructureHelper = (context, call) => {
  const id = textArgument(context, call, 0);
  const source = id === undefined ? undefined : figureOf(context, id, call.place)?.provenance.source;
  return source === undefined ? '' : citation(context, source);
};

/** `{{computed-mark "id"}}`: （测算） where no source states the figure. */
export const computedMark: StructureHelper = (context, call) => {
  const id = textArgument(context, call, 0);
  const figure = id === undefined ? undefined : figureOf(context, id, call.place);
  return figure ? printMark(context, figure) : '';
};

/** `{{printed key}}`: a figure printed before, once more, by its key. */
export const printed: StructureHelper = (context, { args }) => {
  const figure = context.printed.get(String(args[0]));
  return figure ? printFigure(context, figure) : '';
};
