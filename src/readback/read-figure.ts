import type { Figure } from '../derive/figure.ts';
import type { Units } from '../validate/schema/units.ts';
import { comparable, printed, type FormId } from './printed-forms.ts';

/** A number as it would have to be written in the data to be printed as typed. */
export type TypedValue = Pick<Figure, 'value' | 'unit' | 'to'>;

const plainDecimal = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * What a figure would have to be for the report to print it as the officer typed it; undefined unless that is one number
 * and no other. Found by printing: the digits typed, in the figure's unit or one of its dimension, must give the text
 * again in one of the ways it was printed there, or as a whole. A rounded form says nothing about the exact figure.
 */
export function readFigure(
  text: string,
  figure: Figure,
  usual: readonly FormId[],
  units: Units,
): TypedValue | undefined {
  const typed = comparable(text);
  const numbers = typed.match(/\d+(?:\.\d+)?/g) ?? [];
  const [value = '', to] = numbers;
  if (numbers.length !== (figure.to === undefined ? 1 : 2)) return undefined;
  if (!numbers.every((number) => plainDecimal.test(number))) return undefined;
  const exact = usual.filter((form) => form !== 'scaled');
  if (exact.length === 0) return undefined;
  const sign =
    typed.includes('−') || (exact.every((form) => form === 'magnitude') && figure.value.startsWith('-'));
  const dimension = units[figure.unit]?.dimension;
  const others = Object.keys(units).filter(
    (unit) => unit !== figure.unit && dimension !== undefined && units[unit]?.dimension === dimension,
  );
  const fits = (unit: string, form: FormId): boolean =>
    printed({ ...figure, ...typedIn(unit) }, form, units) === typed;
  const typedIn = (unit: string): TypedValue => ({
    value: `${sign ? '-' : ''}${value}`,
    unit,
    ...(to !== undefined && { to }),
  });
  if ([...exact, 'whole' as const].some((form) => fits(figure.unit, form))) return typedIn(figure.unit);
  const [unit, ...more] = others.filter((other) => fits(other, 'whole'));
  return unit === undefined || more.length > 0 ? undefined : typedIn(unit);
}
