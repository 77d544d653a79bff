import type { Figure } from '../../derive/figure.ts';
import { readFigure } from '../../readback/read-figure.ts';
import type { Units } from '../../validate/schema/units.ts';

/** What a data file takes as a number. */
const plainDecimal = /^(?!-0(?:\.0+)?$)-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * The number somebody typed, as the project writes it: full-width digits and grouping commas are understood, and so is the
 * figure as it is printed, with its unit and qualifier. In no other unit: nothing is converted. Undefined where it is none.
 */
export function readTyped(text: string, figure: Figure, units: Units): string | undefined {
  const typed = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^[−–‐‑](?=\d)/, '-')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  if (plainDecimal.test(typed)) return typed;
  // Of a range each end is typed by itself.
  const read = figure.to === undefined ? readFigure(text, figure, ['whole', 'bare'], units) : undefined;
  return read?.unit === figure.unit && plainDecimal.test(read.value) ? read.value : undefined;
}
