import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../../document/visit.ts';
import { formatFigure, formatYear } from '../../compose/format.ts';
import { isOfReport } from '../../derive/facts.ts';
import type { Figure } from '../../derive/figure.ts';
import { printedPlaces, type PrintedPlace } from '../../document/printed-places.ts';
import type { Draft } from '../build-preview.ts';
import { plain } from './query.ts';

/** A figure that can be found. Texts that are compared are `plain`. */
export interface FigureEntry {
  readonly figure: Figure;
  readonly name: string;
  readonly time: string;
  /** As printed with its unit. */
  readonly text: string;
  readonly places: readonly PrintedPlace[];
  /** It is the report's own, and not last year's or another region's. */
  readonly isOwn: boolean;
  readonly compared: {
    readonly key: string;
    /** Chinese and English. */
    readonly names: readonly string[];
    readonly aliases: readonly string[];
    /** All the ways its number and unit are printed, and its digits as stated. */
    readonly numbers: readonly string[];
    readonly time: string;
  };
}

/** A heading that can be found. */
export interface HeadingEntry {
  readonly id: string;
  readonly text: string;
  readonly compared: string;
}

export interface SearchIndex {
  readonly figures: readonly FigureEntry[];
  readonly headings: readonly HeadingEntry[];
}

const known = new WeakMap<Draft, SearchIndex>();

/** All that can be found in a draft: every figure it prints, every one of the report's own file, and the headings. */
export function searchIndex(draft: Draft): SearchIndex {
  const index = known.get(draft) ?? { figures: figuresOf(draft), headings: headingsOf(draft.document.tree) };
  known.set(draft, index);
  return index;
}

function figuresOf({ examined, document }: Draft): FigureEntry[] {
  const { facts } = examined;
  const places = new Map<string, PrintedPlace[]>();
  for (const place of printedPlaces(document))
    places.set(place.figure, [...(places.get(place.figure) ?? []), place]);
  const own = [...facts.figures.values()].filter((figure) => isOfReport(facts, figure));
  // Targets and what was computed for the page are no facts of the file, and are printed all the same.
  const figures = new Map(
    [...own, ...Object.values(document.figures)].map((figure) => [figure.key, figure] as const),
  );
  return [...figures.values()].map((figure) => {
    const { key, indicator, value } = figure;
    const note = document.notes[key];
    const { name: names, aliases = [] } = facts.catalogue[indicator] ?? { name: undefined };
    const text = formatFigure(figure, facts.units).text;
    const scaled = formatFigure(figure, facts.units, { scale: true }).text;
    const name = note?.name ?? figure.name;
    const time = note?.time ?? formatYear(figure.period);
    const numbers = [
      value,
      figure.to ?? '',
      text,
      scaled,
      ...(places.get(key) ?? []).map((place) => place.text),
    ];
    return {
      ...{ figure, name, time, text },
      places: places.get(key) ?? [],
      isOwn: isOfReport(facts, figure),
      compared: {
        key: plain(key),
        names: distinct([name, names?.zh, names?.en]),
        aliases: distinct(aliases),
        numbers: distinct(numbers),
        time: plain(time),
      },
    };
  });
}

function headingsOf(tree: Root): HeadingEntry[] {
  const headings: HeadingEntry[] = [];
  visit(tree, 'element', (element: Element, _, parent) => {
    if (!/^h[1-6]$/.test(element.tagName)) return;
    // A chapter's own heading goes by the chapter's id.
    const id = element.properties.id ?? (parent?.type === 'element' ? parent.properties.id : undefined);
    if (typeof id !== 'string') return;
    const text = toString(element).trim();
    headings.push({ id, text, compared: plain(text) });
  });
  return headings;
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.map((text = '') => plain(text)))].filter(Boolean);
}
