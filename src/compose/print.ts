import type { Figure } from '../derive/figure.ts';
import { recordPrinted, word, type ComposeContext } from './context.ts';
import { formatFigure, type FormatOptions } from './format.ts';

/** Escape text for the HTML the templates produce. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.codePointAt(0))};`);
}

/**
 * What stands behind a figure in brackets: `status` how firm it is, but for what its sentence says (计划); `any-status` that, too,
 * where there is no sentence; `all` with its status that no source states it; `none` where all is said elsewhere.
 */
export type Marks = 'status' | 'any-status' | 'all' | 'none';

/** A figure as the element that carries its key into every output, recorded as printed. */
export function printFigure(
  context: ComposeContext,
  figure: Figure,
  { marks = 'status', ...options }: FormatOptions & { readonly marks?: Marks } = {},
): string {
  const { text } = formatFigure(figure, context.facts.units, options);
  return dataElement(context, figure, escapeHtml(text), marks);
}

/** 初步数, 计划数 of a figure that is not final, outside of sentences; targets are printed as such. */
export function statusWord(context: ComposeContext, { status }: Figure): string {
  return status === 'final' || status === 'target' ? '' : word(context, `status.${status}`);
}

/** （初步数） behind a figure that is not final. */
export function statusMark(context: ComposeContext, figure: Figure): string {
  return inBrackets(context, [statusWord(context, figure)]);
}

/** A figure for a card: the number large, its unit small behind it. */
export function printSplit(context: ComposeContext, figure: Figure, marks: Marks = 'status'): string {
  const { number, unit } = formatFigure(figure, context.facts.units);
  const content = `${escapeHtml(number)}<span data-part="unit">${escapeHtml(unit)}</span>`;
  return dataElement(context, figure, content, marks);
}

/** A figure's number for a column of its own; what follows it, its unit and some qualifiers, is in the next column. */
export function printNumber(context: ComposeContext, figure: Figure, marks: Marks = 'status'): string {
  const { number } = formatFigure(figure, context.facts.units).column;
  return dataElement(context, figure, escapeHtml(number), marks);
}

/** （测算）, （初步数）, （测算、初步数）, （计划数）: all there is to know of a figure, beside its name. */
export function printMark(context: ComposeContext, figure: Figure): string {
  const status = figure.status === 'final' ? '' : word(context, `status.${figure.status}`);
  return markElement(inBrackets(context, [origin(context, figure), status]));
}

/** The size of a figure whose direction the words before it say: 下降 3.20%, never 下降 −3.20%; with all its marks. */
export function printMagnitude(context: ComposeContext, figure: Figure): string {
  const magnitude = { ...figure, value: figure.value.replace(/^-/, '') };
  const { text } = formatFigure(magnitude, context.facts.units);
  return dataElement(context, figure, escapeHtml(text), 'all');
}

function dataElement(context: ComposeContext, figure: Figure, content: string, marks: Marks): string {
  recordPrinted(context, figure);
  const isSoft = figure.status === 'provisional' || figure.status === 'estimated';
  const isMarked = marks === 'any-status' || (isSoft && marks !== 'none');
  const status = isMarked ? statusWord(context, figure) : '';
  const mark = inBrackets(context, [marks === 'all' ? origin(context, figure) : '', status]);
  return `<data value="${escapeHtml(figure.value)}" data-figure="${escapeHtml(figure.key)}">${content}</data>${markElement(mark)}`;
}

/** 测算 of a figure no source states; nothing of the others. */
function origin(context: ComposeContext, { provenance }: Figure): string {
  return provenance.formula === undefined ? '' : word(context, 'origin.computed');
}

function inBrackets(context: ComposeContext, marks: readonly string[]): string {
  const said = marks.filter((mark) => mark !== '');
  if (said.length === 0) return '';
  return word(context, 'mark.status', { status: said.join(word(context, 'list.separator')) });
}

function markElement(mark: string): string {
  return mark === '' ? '' : `<span data-part="mark">${escapeHtml(mark)}</span>`;
}
