/** Who changed something with changes tracked; `date` as Word writes it (`2023-03-01T09:30:00Z`), empty where it does not. */
export interface Author {
  readonly author: string;
  readonly date: string;
}

/** Characters of a text: `start` up to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a figure stands in the text of a paragraph. */
export interface FigureSpan extends Stretch {
  /** The mark of its key (`keyMark`); undefined for a control that lost its names. */
  readonly mark: string | undefined;
}

/** A tracked change: inserted text stands from `start` to `end`, deleted text stood at `start`. */
export interface TrackedEdit extends Author, Stretch {
  /** What was deleted; undefined for an insertion. */
  readonly deleted?: string;
}

/** A paragraph as Word shows it with all tracked changes accepted. */
export interface Paragraph {
  /** Results of fields that count pages and numbers are `…`. */
  readonly text: string;
  /** The text with all tracked changes rejected. */
  readonly original: string;
  readonly figures: readonly FigureSpan[];
  readonly edits: readonly TrackedEdit[];
  /** The heading it stands under; empty before the first. */
  readonly heading: string;
}

/** Stands for a figure or a whole paragraph where texts are compared: private use, in no document. */
export const placeholder = '\uE001';

/** The text without white space and characters nobody sees, which programs set as they like. */
export function squeeze(text: string): string {
  return text.replace(/[\s\p{Cf}]+/gu, '');
}

/** The text with each of some stretches, in order, replaced by `placeholder` and what `name` says of it. */
export function mask<Kind extends Stretch>(
  text: string,
  stretches: readonly Kind[],
  name: (stretch: Kind) => string = () => '',
): string {
  let masked = '';
  let from = 0;
  for (const stretch of stretches) {
    masked += text.slice(from, stretch.start) + placeholder + name(stretch);
    from = stretch.end;
  }
  return masked + text.slice(from);
}
