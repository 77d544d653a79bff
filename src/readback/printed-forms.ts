import { formatFigure } from '../compose/format.ts';
import type { Figure } from '../derive/figure.ts';
import type { Units } from '../validate/schema/units.ts';
import { squeeze } from './paragraph.ts';

/** The ways a report prints a figure: as a whole, without unit, in a column of its own, without sign, in 万 and 亿. */
export type FormId = 'whole' | 'bare' | 'column' | 'magnitude' | 'scaled';

const forms: Readonly<Record<FormId, (figure: Figure, units: Units) => string>> = {
  whole: (figure, units) => formatFigure(figure, units).text,
  bare: (figure, units) => formatFigure(figure, units, { unit: false }).text,
  column: (figure, units) => formatFigure(figure, units).column.number,
  magnitude: (figure, units) =>
    formatFigure({ ...figure, value: figure.value.replace(/^-/, '') }, units).text,
  scaled: (figure, units) => formatFigure(figure, units, { scale: true }).text,
};
export const formIds = Object.keys(forms) as FormId[];

/** A figure as a report prints it in one of these ways, made comparable. */
export function printed(figure: Figure, form: FormId, units: Units): string {
  return comparable(forms[form](figure, units));
}

/** The ways in which a figure is printed like this; empty when the text is not of this figure. */
export function formsLike(text: string, figure: Figure, units: Units): FormId[] {
  return formIds.filter((form) => printed(figure, form, units) === comparable(text));
}

/**
 * A number as typed, in one writing: half-width digits and signs, no white space, no grouping. 1，200 件 and 1200件 are
 * the same.
 */
export function comparable(text: string): string {
  return squeeze(text.normalize('NFKC'))
    .replace(/(?<=\d)[,，'](?=\d{3}(?!\d))/g, '')
    .replace(/[-–‐‑](?=\d)/g, '−')
    .replace(/(?<=\d)[~∼〜]|(?<=\d)[—−]+(?=\d)/g, '~');
}
