import { Exact } from '../derive/decimal.ts';
import type { Facts } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import { yearBefore } from './figures.ts';
import type { Cause } from './check.ts';

/** Powers of ten a unit is most often wrong by: 万 and 亿 first. */
const slips = [4, -4, 8, -8, 1, -1, 2, -2, 3, -3] as const;

/** The known mistake that would explain a failing number, the surest first; undefined where none does. */
export function likelyCause(
  figure: Figure,
  computed: Exact,
  accepts: (digits: string) => boolean,
  facts: Facts,
): Cause | undefined {
  const { value } = figure;
  const decimals = value.split('.')[1]?.length ?? 0;
  if (computed.isFinite() && computed.toDecimalPlaces(decimals, Exact.ROUND_DOWN).equals(value))
    return { kind: 'truncated' };
  const before = yearBefore(facts, figure);
  if (before?.unit === figure.unit && new Exact(before.value).equals(value)) return { kind: 'last-year' };
  const digits = transpositions(value).find(accepts);
  if (digits !== undefined) return { kind: 'swapped', digits };
  if (accepts(value.startsWith('-') ? value.slice(1) : `-${value}`)) return { kind: 'sign' };
  const power = slips.find((candidate) => accepts(shift(value, candidate)));
  return power === undefined ? undefined : { kind: 'scale', power };
}

/** A number with two neighbouring digits exchanged, each way it can be done. */
function transpositions(value: string): string[] {
  const found: string[] = [];
  for (let index = 0; index + 1 < value.length; index++) {
    const next = value[index + 1] === '.' ? index + 2 : index + 1;
    const [a = '', b = ''] = [value[index], value[next]];
    if (!/\d/.test(a) || !/\d/.test(b) || a === b) continue;
    const characters = value.split('');
    characters[index] = b;
    characters[next] = a;
    const swapped = characters.join('');
    if (!/^-?0\d/.test(swapped)) found.push(swapped);
  }
  return found;
}

function shift(value: string, power: number): string {
  return new Exact(value).times(new Exact(10).pow(power)).toFixed();
}
