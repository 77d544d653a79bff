import type { Element, ElementContent } from 'hast';
import type { Paragraph, ParagraphChild, Table } from 'docx';
import type { DocumentMeta, ReportDocument } from '../../document/document.ts';
import { footnotesOf, type Footnotes } from '../../document/footnotes.ts';
import type { Drawing } from '../../document/drawing.ts';
import type { Theme, ThemeTokens } from '../../validate/schema/theme.ts';
import { createBookmarks, type Bookmarks } from './bookmarks.ts';
import type { DocxOptions } from './docx-options.ts';
import type { ContentsField } from './contents-field.ts';
import { captionNumbers, type CaptionNumber } from './captions.ts';
import { contentsOf, titleStyleOf, type ContentsOutline } from './contents-outline.ts';
import { elementsIn, partOf } from './element.ts';
import { headingNumbers, type HeadingNumbers } from './heading-numbers.ts';
import { pageGeometry, type PageGeometry } from './page.ts';
import type { Pictures } from './pictures.ts';
import { findReferences, type References } from './references.ts';
import type { CharacterStyleId, ParagraphStyleId } from './styles/ids.ts';

/** What a section or a cell holds. */
export type Block = Paragraph | Table | ContentsField;

/** How a handler has its children handled; the registry stands behind these, and no handler imports another. */
export interface Walkers {
  /** Blocks of a list of nodes; text between block elements becomes a paragraph in the style of the place. */
  readonly flow: (nodes: readonly ElementContent[], context: Context) => Block[];
  /** The runs of a paragraph: white space as HTML reads it, none at the two ends. */
  readonly line: (nodes: readonly ElementContent[], context: Context) => ParagraphChild[];
  /** The runs of all that is in an inline element, in the look of its surroundings. */
  readonly runs: (element: Element, context: RunContext) => ParagraphChild[];
}

/** How a run looks here; nested inline elements add to it. */
export interface RunLook {
  readonly style?: CharacterStyleId;
  readonly bold?: boolean;
  readonly superScript?: boolean;
}

/** The context of inline handlers. */
export interface RunContext extends Context {
  readonly run: RunLook;
  /** Bookmark the link around leads to. */
  readonly linkTo?: string | undefined;
}

/** What a handler may know besides its element. Handlers pass changed copies down; nothing here is written to. */
export interface Context extends Walkers {
  readonly tokens: ThemeTokens;
  /** Pictures the theme gives the cover. */
  readonly themePictures: NonNullable<Theme['pictures']>;
  readonly page: PageGeometry;
  readonly meta: DocumentMeta;
  readonly drawings: Readonly<Record<string, Drawing>>;
  readonly pictures: Pictures;
  readonly options: DocxOptions;
  /** What is told of each figure, by its key. */
  readonly notes: ReportDocument['notes'];
  readonly bookmarks: Bookmarks;
  readonly outline: ContentsOutline;
  readonly headings: HeadingNumbers;
  /** Numbered captions by their number spans. */
  readonly captions: ReadonlyMap<Element, CaptionNumber>;
  readonly references: References;
  readonly footnotes: Footnotes;
  /** Twips a block may take here: the text width, or that of a table cell. */
  readonly width: number;
  /** Style of paragraphs that have none of their own here, for example in a cell or a callout. */
  readonly paragraphStyle: ParagraphStyleId;
  /** Style of chapter titles here: Word collects its contents by style, and not every title is listed. */
  readonly titleStyle: ParagraphStyleId;
  /** Style of the figures in a row of cards: all are as large as the longest allows. */
  readonly valueStyle?: ParagraphStyleId;
  /** Of the figure around a table: its caption, and whether notes or a source follow the table. */
  readonly tableCaption?: string;
  readonly tableFollowed?: boolean;
  /** How deep lists are nested; 0 outside. */
  readonly listDepth: number;
  /** A number not given out before in this document; numbered lists restart by it. */
  readonly nextInstance: () => number;
}

/** The context a document's handlers begin with. `pictures` holds a PNG for every drawing that needs one. */
export function createContext(
  document: ReportDocument,
  theme: Theme,
  pictures: Pictures,
  options: DocxOptions,
  walkers: Walkers,
): Context {
  const page = pageGeometry(theme.tokens);
  let instance = 0;
  const { tree } = document;
  const bookmarks = createBookmarks(tree);
  const outline = contentsOf(tree);
  const headings = headingNumbers(tree);
  const captions = captionNumbers(
    tree,
    (section) =>
      section.tagName !== 'nav' &&
      partOf(section) !== 'cover' &&
      titleStyleOf(section, outline, headings) === 'Heading1' &&
      elementsIn(section).some(({ tagName }) => tagName === 'h1'),
  );
  return {
    ...walkers,
    tokens: theme.tokens,
    themePictures: theme.pictures ?? {},
    page,
    meta: document.meta,
    drawings: document.drawings,
    pictures,
    options,
    notes: document.notes,
    bookmarks,
    outline,
    headings,
    captions,
    references: findReferences(tree, { headings, captions, bookmarks }),
    footnotes: footnotesOf(tree),
    width: page.textWidth,
    paragraphStyle: 'BodyText',
    titleStyle: 'Heading1',
    listDepth: 0,
    nextInstance: () => (instance += 1),
  };
}
