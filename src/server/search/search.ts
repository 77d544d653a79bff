import type { Draft } from '../build-preview.ts';
import { matchFigure, matchWords } from './match.ts';
import { readQuery } from './query.ts';
import { searchIndex, type FigureEntry } from './search-index.ts';

/** Something found, as the browser shows it. */
export type Found =
  | {
      readonly type: 'figure';
      readonly key: string;
      readonly name: string;
      /** As printed with its unit. */
      readonly text: string;
      /** Period in words. */
      readonly time: string;
      /** 测算, 初步数; empty for most. */
      readonly standing: string;
      /** Where it is printed, in words, in the order of the page and none twice; empty where it is not. */
      readonly places: readonly string[];
      /** How many more places there are than named. */
      readonly more: number;
    }
  | { readonly type: 'heading'; readonly id: string; readonly text: string };

export interface Answer {
  /** The best, best first. */
  readonly found: readonly Found[];
  /** How many there are in all. */
  readonly count: number;
}

const mostShown = 50;
/** Places named of one figure; a few say where to look. */
const mostPlaces = 3;

/** Figures and headings of a draft that have everything that was typed. */
export function search(draft: Draft, typed: string): Answer {
  const terms = readQuery(typed);
  if (terms.length === 0) return { found: [], count: 0 };
  const { figures, headings } = searchIndex(draft);
  const hits = [
    ...figures.map((entry) => ({ score: matchFigure(entry, terms), show: () => showFigure(entry, draft) })),
    ...headings.map(({ id, text, compared }) => ({
      score: matchWords(compared, terms),
      show: (): Found => ({ type: 'heading', id, text }),
    })),
  ].filter(({ score }) => score > 0);
  hits.sort((a, b) => b.score - a.score);
  return { found: hits.slice(0, mostShown).map(({ show }) => show()), count: hits.length };
}

function showFigure({ figure, name, text, time, places }: FigureEntry, { document }: Draft): Found {
  const { key } = figure;
  const words = places.map(({ chapter, section, label }) =>
    [chapter, label ?? section].filter(Boolean).join(' '),
  );
  const standing = document.notes[key]?.standing ?? '';
  const all = [...new Set(words)].filter(Boolean);
  const shown = all.slice(0, mostPlaces);
  const more = all.length - shown.length;
  return { type: 'figure', key, name, text, time, standing, places: shown, more };
}
