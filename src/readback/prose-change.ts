import { markChanges } from './mark-changes.ts';
import type { FigureMatch } from './match-figures.ts';
import { mask, placeholder, squeeze, type Author, type Paragraph, type TrackedEdit } from './paragraph.ts';

/** A paragraph whose words were changed. */
export interface ProseChange {
  readonly kind: 'changed' | 'inserted' | 'deleted';
  readonly before: string;
  readonly after: string;
  /** Both in one: `[-deleted-]{+inserted+}`. */
  readonly marked: string;
  /** The heading it stands under. */
  readonly under: string;
  readonly tracked: readonly Author[];
  /** The stretches of `before` between its figures, which some text of the project has as they are. */
  readonly words: readonly string[];
}

const nothing: Paragraph = { text: '', original: '', figures: [], edits: [], heading: '' };

/** What was done to the words of a paragraph, its figures left out; undefined for nothing. */
export function proseChange(
  one: Paragraph = nothing,
  other: Paragraph = nothing,
  figures: readonly FigureMatch[] = [],
  under = one.heading,
): ProseChange | undefined {
  const matched = figures.filter(({ after }) => after !== undefined);
  const there = matched.flatMap(({ after }) => after ?? []);
  const here = matched.map(({ before }) => before);
  if (squeeze(mask(one.text, here)) === squeeze(mask(other.text, there))) return undefined;
  const [before, after] = [one.text, other.text];
  return {
    kind: squeeze(after) === '' ? 'deleted' : squeeze(before) === '' ? 'inserted' : 'changed',
    before,
    after,
    marked: markChanges(before, after),
    under,
    tracked: authors(
      other.edits.filter(
        ({ start, end }) => !there.some((place) => place.start <= start && end <= place.end),
      ),
    ),
    words: mask(before, one.figures).split(placeholder),
  };
}

/** Each author once, with the date of the last change. */
export function authors(edits: readonly TrackedEdit[]): Author[] {
  const last = new Map<string, string>();
  for (const { author, date } of edits) if (date >= (last.get(author) ?? '')) last.set(author, date);
  return [...last].map(([author, date]) => ({ author, date }));
}
