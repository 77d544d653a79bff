import { computedName } from '../../compose/computed-name.ts';
import { formatFigure, formatPeriod } from '../../compose/format.ts';
import type { Figure } from '../../derive/figure.ts';
import { nameInLanguage } from '../../validate/name-in-language.ts';
import type { Inputs } from '../../validate/index.ts';

/** A figure as another one's record names it. */
export interface FigureLink {
  readonly key: string;
  readonly name: string;
  /** Of a peer's figure: whose. */
  readonly region?: string;
  /** Period in words. */
  readonly time: string;
  /** As printed, whole. */
  readonly text: string;
}

export function figureLink(figure: Figure, inputs: Inputs): FigureLink {
  const peer = figure.region === inputs.region.id ? undefined : inputs.peers.get(figure.region)?.region;
  return {
    key: figure.key,
    name: nameOf(figure, inputs),
    ...(peer && { region: nameInLanguage(inputs.language, peer.short_name) }),
    time: formatPeriod(figure),
    text: formatFigure(figure, inputs.units).text,
  };
}

/** A figure's name in the report's language; of a computed one with what was done: growth, share. */
export function nameOf(figure: Figure, { locale }: Inputs): string {
  return computedName({ inputs: { locale } }, figure);
}
