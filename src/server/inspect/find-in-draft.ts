import { change, growth, isFigure } from '../../derive/compute.ts';
import { findFigure } from '../../derive/facts.ts';
import type { Figure } from '../../derive/figure.ts';
import type { Draft } from '../build-preview.ts';

/** The figure with a key, printed or not; growth and change on an earlier year also where nobody has asked for them yet. */
export function findInDraft({ document, examined: { facts } }: Draft, key: string): Figure | undefined {
  if (Object.hasOwn(document.figures, key)) return document.figures[key];
  const found = facts.figures.get(key);
  if (found) return found;
  const [, of = '', transform, period = ''] = /^([^#]+)#(growth|change)@(\d{4})$/.exec(key) ?? [];
  const figure = facts.figures.get(of);
  if (!figure) return undefined;
  const base = findFigure(facts, figure.indicator, period, figure.region);
  const computed = (transform === 'growth' ? growth : change)(figure, base, facts.units);
  return isFigure(computed) ? computed : undefined;
}
