import type { MeasuredCharacter } from './break-lines.ts';
import type { ParagraphLook } from './read-looks.ts';

/** A paragraph ready to be broken into lines. `marks` are bookmarks and `notes` footnotes, by the character they stand before. */
export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly look: ParagraphLook;
  readonly characters: readonly MeasuredCharacter[];
  /** Height of the tallest drawing in twips; 0 without. */
  readonly picture: number;
  readonly marks: readonly { readonly name: string; readonly at: number }[];
  readonly notes: readonly { readonly id: string; readonly at: number }[];
  /** The empty paragraph the library ends a section with. */
  readonly endsSection: boolean;
}

/** `merge` says where a cell that goes on in the row below begins and goes on. */
export interface CellBlock {
  readonly merge: 'restart' | 'continue' | undefined;
  readonly column: number;
  readonly width: number;
  readonly blocks: readonly Block[];
  /** Twips above and below its text. */
  readonly above: number;
  readonly below: number;
}

export interface RowBlock {
  readonly cells: readonly CellBlock[];
  readonly height: number;
  readonly isHeader: boolean;
  /** Thickness of the lines above and below it. */
  readonly top: number;
  readonly bottom: number;
}

export interface TableBlock {
  readonly type: 'table';
  readonly rows: readonly RowBlock[];
}

export type Block = ParagraphBlock | TableBlock;

/** A section of a document with its blocks; lengths in twips. */
export interface SectionBlock {
  readonly blocks: readonly Block[];
  readonly isContinuous: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly number[];
  /** The pitch of the grid its lines stand on. */
  readonly pitch: number | undefined;
  readonly isRoman: boolean;
  readonly start: number | undefined;
}
