import { matchFigures, type FigureMatch } from './match-figures.ts';
import { pairParagraphs } from './pair-paragraphs.ts';
import {
  squeeze,
  type Author,
  type FigureSpan,
  type Paragraph,
  type Stretch,
  type TrackedEdit,
} from './paragraph.ts';
import { authors, proseChange, type ProseChange } from './prose-change.ts';

/** One place a figure is printed at, before and after. */
export interface Occurrence {
  readonly key: string;
  readonly before: string;
  /** Undefined where the figure is not there any more. */
  readonly after: string | undefined;
  /** What told that it is this figure: its control, there or elsewhere in the text, the text around it, or the chart's rows. */
  readonly by: 'control' | 'surroundings' | 'moved' | 'copied' | 'chart';
  /** The heading it stands under, or the chart it stands in. */
  readonly under: string;
  /** Some of the text around it, before. */
  readonly context: string;
  readonly tracked: readonly Author[];
}

/** A control in the edited document that is none of those the baseline has in this place. */
interface Stray {
  readonly mark: string;
  readonly text: string;
  readonly under: string;
  readonly tracked: readonly Author[];
}

type Marked = Occurrence & { readonly mark: string };

/** What differs between two documents, paragraph by paragraph; `keys` tells the key of a mark. */
export function compareParagraphs(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  keys: ReadonlyMap<string, string>,
): { occurrences: Occurrence[]; prose: ProseChange[] } {
  const found: Marked[] = [];
  const strays: Stray[] = [];
  const prose: ProseChange[] = [];
  let under = '';
  for (const { before: one, after: other } of pairParagraphs(before, after)) {
    under = one?.heading ?? under;
    const matches = one && other ? matchFigures(one, other) : undefined;
    const figures =
      matches?.figures ?? (one?.figures ?? []).map((figure) => ({ before: figure, after: undefined }));
    if (one) found.push(...figures.flatMap((figure) => occurrenceOf(figure, one, other, keys) ?? []));
    if (other)
      strays.push(...(matches?.others ?? other.figures).flatMap((span) => strayOf(span, other, under) ?? []));
    const change = proseChange(one, other, figures, under);
    if (change) prose.push(change);
  }
  return { occurrences: withStrays(found, strays), prose };
}

function occurrenceOf(
  { before: span, after: place }: FigureMatch,
  one: Paragraph,
  other: Paragraph | undefined,
  keys: ReadonlyMap<string, string>,
): Marked | undefined {
  const { mark = '' } = span;
  const key = keys.get(mark);
  if (key === undefined) return undefined;
  const text = one.text.slice(span.start, span.end);
  const now = place && other ? other.text.slice(place.start, place.end) : '';
  return {
    mark,
    key,
    before: text,
    after: squeeze(now) === '' ? undefined : now,
    by: place?.by ?? 'control',
    under: one.heading,
    context: around(one.text, span),
    tracked: other
      ? authors(place && squeeze(now) !== '' ? editsIn(other, place) : deletionsOf(other, text))
      : [],
  };
}

function strayOf({ mark, start, end }: FigureSpan, paragraph: Paragraph, under: string): Stray | undefined {
  const text = paragraph.text.slice(start, end);
  if (mark === undefined || squeeze(text) === '') return undefined;
  return { mark, text, under, tracked: authors(editsIn(paragraph, { start, end })) };
}

/** Strays were moved from where they are missing, or copied; a faithful copy is nothing new. */
function withStrays(found: readonly Marked[], strays: readonly Stray[]): Occurrence[] {
  const result = [...found];
  for (const { mark, text, under, tracked } of strays) {
    const lost = result.findIndex((one) => one.mark === mark && one.after === undefined);
    const known = result.filter((one) => one.mark === mark);
    const first = result[lost] ?? known[0];
    if (!first) continue;
    if (lost >= 0) result[lost] = { ...first, after: text, by: 'moved', tracked };
    else if (!known.some((one) => squeeze(one.before) === squeeze(text)))
      result.push({ ...first, after: text, by: 'copied', under, tracked });
  }
  return result;
}

/** Tracked changes that touch a stretch of a paragraph. */
function editsIn({ edits }: Paragraph, place: Stretch): TrackedEdit[] {
  return edits.filter(({ start, end }) => start <= place.end && end >= place.start);
}

/** Tracked deletions that took a text, or a piece of it. */
function deletionsOf({ edits }: Paragraph, text: string): TrackedEdit[] {
  return edits.filter(
    ({ deleted = '' }) => deleted !== '' && (deleted.includes(text) || text.includes(deleted)),
  );
}

function around(text: string, { start, end }: FigureSpan): string {
  const [from, to] = [Math.max(start - 16, 0), Math.min(end + 12, text.length)];
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
}
