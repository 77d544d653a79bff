import type { FigureNote } from '../document/document.ts';
import type { Figure } from '../derive/figure.ts';
import { nameInLanguage } from '../validate/name-in-language.ts';
import { computedName } from './computed-name.ts';
import { word, type ComposeContext } from './context.ts';
import { formatPeriod } from './format.ts';
import { sourcesOf } from './source-line.ts';

/** What is told of each figure printed, by its key. To be called when all is printed: only then is every source numbered. */
export function figureNotes(context: ComposeContext): Record<string, FigureNote> {
  return Object.fromEntries([...context.printed].map(([key, figure]) => [key, noteOf(context, figure)]));
}

function noteOf(context: ComposeContext, figure: Figure): FigureNote {
  const name = `${peerName(context, figure)}${computedName(context, figure)}`;
  const time = formatPeriod(figure);
  const standing = standingOf(context, figure);
  const sources = sourcesOf(context, figure)
    .filter((id) => context.sources.includes(id))
    .map((id) => ({ id, number: `[${String(context.sources.indexOf(id) + 1)}]` }));
  const list = sources.map(({ number }) => number).join(word(context, 'list.separator'));
  const parts = [
    name,
    time,
    figure.unit && word(context, 'caption.unit_alone', { unit: figure.unit }),
    standing,
    list && `${word(context, 'caption.source')}${list}`,
  ];
  const summary = parts.filter((part) => part !== '').join(word(context, 'alt.separator'));
  return { name, time, standing, sources, summary };
}

function standingOf(context: ComposeContext, { provenance, status }: Figure): string {
  const computed = provenance.formula === undefined ? [] : [word(context, 'origin.computed')];
  const soft = status === 'final' ? [] : [word(context, `status.${status}`)];
  return [...computed, ...soft].join(word(context, 'list.separator'));
}

/** Name of the region a figure is of, empty for the report's own. */
function peerName({ inputs }: ComposeContext, { region }: Figure): string {
  const peer = region === inputs.region.id ? undefined : inputs.peers.get(region);
  return peer ? nameInLanguage(inputs.language, peer.region.short_name) : '';
}
