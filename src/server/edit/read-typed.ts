import type { Figure } from '../../derive/figure.ts';
import { readFigure } from '../../readback/read-figure.ts';
import type { Units } from '../../validate/schema/units.ts';

/** What a data file takes as a number. */
const plainDecimal = /^(?!-0(?:\.0+)?$)-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Digits in groups of three, by commas or by blanks. */
const grouped = /^\d{1,3}(?:(?:,\d{3})+|(?: \d{3})+)(?:\.\d+)?$/;

/**
 * The number somebody typed, as the project writes it: full-width digits and grouping are understood, and so are the unit
 * behind it and the figure as it is printed, with its qualifier. In no other unit: nothing is converted. Undefined where it
 * is none, and where it may be another: digits with something else between them, or a note's number behind them.
 */
export function readTyped(text: string, figure: Figure, units: Units): string | undefined {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/[−–‐‑]\s*(?=\d)/, '-');
  if (digitsIn(typed) !== digitsIn(text) || /\p{Bidi_Control}/u.test(text)) return undefined;
  const [before = '', digits = '', behind = ''] = /^(\D*)(\d(?:.*\d)?)(\D*)$/.exec(typed)?.slice(1) ?? [];
  const number = grouped.test(digits) ? digits.replace(/[, ]/g, '') : digits;
  if (!plainDecimal.test(number)) return undefined;
  const sign = before.trim();
  const unit = behind.trim();
  const isBare = unit === '' || unit === figure.unit.normalize('NFKC');
  if (isBare && (sign === '' || sign === '-') && plainDecimal.test(sign + number)) return sign + number;
  // Of a range each end is typed by itself.
  if (figure.to !== undefined) return undefined;
  const read = readFigure(before + number + behind, figure, ['whole', 'bare'], units);
  return read?.unit === figure.unit && plainDecimal.test(read.value) ? read.value : undefined;
}

/** How many decimal digits, of any script, a text has. */
function digitsIn(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}
