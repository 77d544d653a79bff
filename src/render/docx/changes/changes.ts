import type { XmlElement } from '../xml.ts';
import type { InlineReader } from './inline.ts';

/** What comparing needs of the two packages, and what it leaves to be added to the newer one. */
export interface Changes {
  /** A change with its author, date and number: around runs, or empty for the mark of a paragraph or row. */
  readonly mark: (kind: 'w:ins' | 'w:del', children?: readonly XmlElement[]) => XmlElement;
  readonly older: InlineReader;
  readonly newer: InlineReader;
  /** Properties of the older document, without styles and lists the newer one does not have. */
  readonly adopt: (properties: XmlElement) => XmlElement;
  /** A drawing of the older document with its parts, taken over; undefined when they are not there. */
  readonly carryDrawing: (drawing: XmlElement) => XmlElement | undefined;
  /** The reference to a note of the older document, with the note taken over as deleted. */
  readonly carryNote: (reference: XmlElement) => XmlElement | undefined;
  /** The same note in both: what changed in it is marked there. */
  readonly pairNotes: (older: XmlElement, newer: XmlElement) => void;
  readonly insertNote: (reference: XmlElement) => void;
  /** A comment that says what changed in a drawing; its id. */
  readonly comment: (older: XmlElement, newer: XmlElement) => string;
}
