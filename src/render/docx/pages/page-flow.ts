import type { BlockHeights } from './block-heights.ts';
import type { SectionBlock } from './blocks.ts';

/** A page a bookmark is on: counted from the first of the document, and as it is numbered. */
export interface PlacedMark {
  readonly page: number;
  readonly number: number;
  readonly isRoman: boolean;
}

/** Heights of the footnotes by their ids, and of the line above the first of a page. */
export interface NoteHeights {
  readonly separator: number;
  readonly of: (id: string, width: number) => number;
}

/** What cannot be known here, in the words of the library's layout, and from which page on. */
export interface PageDoubt {
  readonly reason: string;
  readonly page: number;
}

/** A block of a section, and the line or row it goes on with. */
export interface Part {
  readonly index: number;
  readonly from: number;
}

/** Where a flow is, to go back to. */
export type FlowPlace = Pick<PageFlow, 'y' | 'page' | 'number' | 'noteArea' | 'isPlaced' | 'sectionAfter'>;

/** Columns end before everything is in one; thrown to find how high those of one height must be. */
export class ColumnsFull extends Error {}

/** Twips something may go beyond the end of a page. */
export const tolerance = 0.2;

/** Pages as they are filled from top to bottom, column by column: where the next thing goes, and how much room there is. */
export class PageFlow {
  readonly marks = new Map<string, PlacedMark>();
  readonly doubts: PageDoubt[] = [];
  section: SectionBlock;
  heights: BlockHeights;
  page = 0;
  number = 0;
  y = 0;
  column = 0;
  /** Where the columns of the section begin on this page, and where the deepest of those that are full ends. */
  columnTop = 0;
  deepest = 0;
  /** Where columns of one height end; undefined where they end with the page. */
  limit: number | undefined;
  /** Whether anything stands in this column. */
  isPlaced = false;
  /** Space after the paragraph that came last. */
  after = 0;
  /** The same of the section before, until something is placed: part of the space above that. */
  sectionAfter: number | undefined = 0;
  /** Height of the footnotes on this page. */
  noteArea = 0;
  /** What is being placed, and what is told of each new page but those a section begins with. */
  current: Part = { index: 0, from: 0 };
  onNewPage: () => void = () => undefined;
  readonly #notes: NoteHeights;

  constructor(section: SectionBlock, heights: BlockHeights, notes: NoteHeights) {
    this.section = section;
    this.heights = heights;
    this.#notes = notes;
  }

  get width(): number {
    return this.section.columns[this.column] ?? 0;
  }

  get hasColumnLeft(): boolean {
    return this.column + 1 < this.section.columns.length;
  }

  /** Whether what ends at `end` and refers to these footnotes still goes on this page. */
  fits(end: number, notes: readonly string[]): boolean {
    const bottom = this.section.bottom - this.noteArea - this.#noteHeight(notes);
    return end <= Math.min(bottom, this.limit ?? Infinity) + tolerance;
  }

  /** Space above a paragraph that asks for `before`. */
  spaceAbove(before: number): number {
    const { sectionAfter, column, after } = this;
    if (sectionAfter !== undefined && column === 0)
      return after + Math.max(sectionAfter, before) - sectionAfter;
    return this.isPlaced ? Math.max(after, before) : 0;
  }

  /** Put something down, with the footnotes it refers to and the bookmarks in it. */
  place(height: number, notes: readonly string[], marks: readonly string[]): void {
    for (const name of marks) this.mark(name);
    this.noteArea += this.#noteHeight(notes);
    this.y += height;
    this.isPlaced = true;
    this.sectionAfter = undefined;
  }

  /** From this page on Word may set the pages otherwise. */
  doubt(reason: string): void {
    this.doubts.push({ reason, page: this.page });
  }

  mark(name: string): void {
    this.marks.set(name, { page: this.page, number: this.number, isRoman: this.section.isRoman });
  }

  beginPage(): void {
    if (this.limit !== undefined) throw new ColumnsFull();
    this.page += 1;
    this.number += 1;
    this.y = this.columnTop = this.section.top;
    this.column = this.deepest = this.after = this.noteArea = 0;
    this.isPlaced = false;
  }

  turnPage(): void {
    this.beginPage();
    this.onNewPage();
  }

  /** Go on in the next column, or on the next page. */
  turnColumn(): void {
    if (!this.hasColumnLeft) {
      this.turnPage();
      return;
    }
    this.deepest = Math.max(this.deepest, this.y);
    this.column += 1;
    this.y = this.columnTop;
    this.after = 0;
    this.isPlaced = false;
  }

  where(): FlowPlace {
    const { y, page, number, noteArea, isPlaced, sectionAfter } = this;
    return { y, page, number, noteArea, isPlaced, sectionAfter };
  }

  /** Begin again at a place, in the first column, which ends at `limit`. */
  goBack(place: FlowPlace, limit: number): void {
    Object.assign(this, place);
    this.column = this.after = this.deepest = 0;
    this.columnTop = place.y;
    this.limit = limit;
  }

  #noteHeight(ids: readonly string[]): number {
    if (ids.length === 0) return 0;
    const own = ids.reduce((sum, id) => sum + this.#notes.of(id, this.width), 0);
    return own + (this.noteArea === 0 ? this.#notes.separator : 0);
  }
}
