import type { Verdict } from '../../check/check.ts';
import type { Examined } from '../../pipeline.ts';
import { toShown, type ShownCheck } from '../mark-checks.ts';
import { figureLink, type FigureLink } from './figure-link.ts';

/** A check a figure takes part in. */
export interface CheckOnFigure extends ShownCheck {
  /** The figure is the one tested, not one it is tested against. */
  readonly isOwn: boolean;
  readonly against: readonly FigureLink[];
}

const order: Readonly<Record<Verdict, number>> = { fails: 0, waived: 1, 'not-checkable': 2, holds: 3 };

/** Every check of or with a figure, those that fail first. */
export function checksOn(key: string, { checks, facts, inputs }: Examined): CheckOnFigure[] {
  const found = checks.filter(({ figure, against }) => figure === key || against.includes(key));
  const shown = toShown(found).map((check, index) => ({
    ...check,
    isOwn: check.figure === key,
    against: (found[index]?.against ?? []).flatMap((other) => {
      const figure = facts.figures.get(other);
      return figure ? [figureLink(figure, inputs)] : [];
    }),
  }));
  return shown.sort((a, b) => order[a.verdict] - order[b.verdict] || Number(b.isOwn) - Number(a.isOwn));
}
