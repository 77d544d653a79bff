import type { Figure } from '../derive/figure.ts';
import { recordPrinted, word, type ComposeContext } from './context.ts';
import { formatFigure, type FormatOptions } from './format.ts';

/** Escape text for the HTML the templates produce. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.codePointAt(0))};`);
}

/** A figure as the element that carries its key into every output, recorded as printed. */
export function printFigure(context: ComposeContext, figure: Figure, options: FormatOptions = {}): string {
  return dataElement(context, figure, escapeHtml(formatFigure(figure, context.facts.units, options).text));
}

/** （初步数） behind a figure that is still to be confirmed; its sentence need not say so. */
export function statusMark(context: ComposeContext, { status }: Figure): string {
  if (status !== 'provisional' && status !== 'estimated') return '';
  return word(context, 'mark.status', { status: word(context, `status.${status}`) });
}

/** A figure for a card: the number large, its unit small behind it. */
export function printSplit(context: ComposeContext, figure: Figure): string {
  const { number, unit } = formatFigure(figure, context.facts.units);
  return dataElement(
    context,
    figure,
    `${escapeHtml(number)}<span data-part="unit">${escapeHtml(unit)}</span>`,
  );
}

/** A figure's number for a column of its own; what follows it, its unit and some qualifiers, is in the next column. */
export function printNumber(context: ComposeContext, figure: Figure): string {
  return dataElement(context, figure, escapeHtml(formatFigure(figure, context.facts.units).column.number));
}

/** （测算） behind a figure no source states; nothing behind the others. */
export function printMark(context: ComposeContext, figure: Figure): string {
  if (figure.provenance.formula === undefined) return '';
  return `<span data-part="mark">${escapeHtml(word(context, 'mark.computed'))}</span>`;
}

/** The size of a figure whose direction the words before it say: 下降 3.20%, never 下降 −3.20%. */
export function printMagnitude(context: ComposeContext, figure: Figure): string {
  const magnitude = { ...figure, value: figure.value.replace(/^-/, '') };
  return dataElement(context, figure, escapeHtml(formatFigure(magnitude, context.facts.units).text));
}

function dataElement(context: ComposeContext, figure: Figure, content: string): string {
  recordPrinted(context, figure);
  const mark = escapeHtml(statusMark(context, figure));
  return `<data value="${escapeHtml(figure.value)}" data-figure="${escapeHtml(figure.key)}">${content}</data>${mark === '' ? '' : `<span data-part="mark">${mark}</span>`}`;
}
