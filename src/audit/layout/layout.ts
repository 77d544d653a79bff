import type { Element } from 'hast';
import type { Where } from '../where.ts';

/** Some text set in one go, on one line. Lengths in points, from the lower left corner of the page. */
export interface Run {
  readonly text: string;
  /** Index of the page, from 0. */
  readonly page: number;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  /** Along the baseline. */
  readonly width: number;
  /** Of the type. */
  readonly size: number;
  /** Whether the text runs upwards or downwards, as titles of axes do. */
  readonly turned: boolean;
}

/** One page of a finished file. */
export interface LaidPage {
  readonly where: Where;
  readonly width: number;
  readonly height: number;
  /** What belongs to the text, in the order of the document; the browser's repeated table heads with it. */
  readonly runs: readonly Run[];
  /** Running heads, page numbers and what else bears no tag. */
  readonly margin: readonly Run[];
}

/** An element of the document and the text set of it, in order; texts of drawings stand in their chart. */
export interface LaidBlock {
  readonly element: Element;
  /** Elements around it, the innermost first. */
  readonly around: readonly LaidBlock[];
  /** The heading or caption it stands under, or is, as printed. */
  readonly name: string;
  readonly runs: readonly Run[];
  /** Of the drawing, of a chart. */
  readonly drawn: readonly Run[];
  /** What is set right before and right behind it. */
  readonly before: Run | undefined;
  readonly after: Run | undefined;
}

/** Margins of a page in millimetres, mirrored: the inner one is on the left of a right page. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly inner: number;
  readonly outer: number;
}

/** How the pages were to be set. */
export interface Setting {
  readonly page: Margins;
  readonly type: { readonly body: { readonly size: number } };
  readonly layout: { readonly chapters: 'new-page' | 'run-on' };
}

/** A finished file as it lies on its pages. */
export interface Layout {
  readonly pages: readonly LaidPage[];
  /** In the order of the document. */
  readonly blocks: readonly LaidBlock[];
  /** The digits of every number of the text that are set in more than one run. */
  readonly numbers: readonly {
    readonly text: string;
    readonly runs: readonly Run[];
  }[];
  /** The heading or caption each run stands under. */
  readonly names: ReadonlyMap<Run, string>;
  readonly margins: Margins;
  /** Where a chapter begins. */
  readonly chapters: Setting['layout']['chapters'];
  /** Size the paragraphs of the text are to be set in, in points. */
  readonly bodySize: number;
}

/** What a rule has found: on which page, under which heading or caption, and the text that is concerned. */
export interface Finding {
  readonly where: Where;
  readonly name: string;
  readonly text: string;
}

/** Points in a millimetre. */
export const millimetre = 72 / 25.4;
