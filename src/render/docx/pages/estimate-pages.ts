import { toString } from 'hast-util-to-string';
import type { IPropertiesOptions } from 'docx';
import type { Footnotes } from '../../../document/footnotes.ts';
import type { Host } from '../../../host.ts';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';
import type { TableStyleId } from '../styles/ids.ts';
import { tableLooks, type TableStyle } from '../styles/table-styles.ts';
import { BlockHeights } from './block-heights.ts';
import type { ParagraphBlock } from './blocks.ts';
import { characterWidths } from './character-widths.ts';
import { paginate } from './paginate.ts';
import type { NoteHeights, PlacedMark } from './page-flow.ts';
import type { TableLook } from './read-block.ts';
import { raised, type TextTools } from './read-paragraph.ts';
import { readLooks } from './read-looks.ts';
import { readSections } from './read-sections.ts';

type Estimator = NonNullable<IPropertiesOptions['pageNumbers']>;

/** What the pages depend on besides the body. */
export interface PageSetting {
  readonly tokens: ThemeTokens;
  readonly styles: NonNullable<IPropertiesOptions['styles']>;
  readonly numbering: NonNullable<IPropertiesOptions['numbering']>;
  readonly footnotes: Footnotes;
}

/** Height of a line as high as its text, to the size of a Chinese font of Windows. */
const naturalLine = 1.297;

/**
 * Pages as Word would set them, for documents in our own styles: lines as high as their style says, columns of fixed widths,
 * rows that do not split, drawings in the line. It knows nothing else; what a theme's Word file brings is
 * for the library's layout, which knows nearly everything and takes ten times as long.
 */
export async function estimatePages(
  { tokens, styles, numbering, footnotes }: PageSetting,
  host: Host,
): Promise<Estimator> {
  const looks = readLooks(styles, numbering);
  const widthOf = await characterWidths(host, tokens);
  const tools = { looks, widthOf, tables: tableReader(tokens) };
  const notes = noteHeights(footnotes, tools);
  return (body) => {
    const { pages, marks, sectionPages, doubts } = paginate(readSections(body, tools), notes);
    const placed = [...marks];
    return {
      bookmarks: new Map(placed.map(([name, mark]) => [name, printed(mark)])),
      bookmarkPageNumbers: new Map(placed.map(([name, { number }]) => [name, number])),
      sectionPageCounts: sectionPages,
      relativePositions: new Map(),
      pageCount: pages,
      guesses: doubts,
    };
  };
}

const romans = [['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1]] as const; // prettier-ignore

function printed({ number, isRoman }: PlacedMark): string {
  if (!isRoman) return String(number);
  let left = number;
  let text = '';
  for (const [numeral, value] of romans) {
    for (; left >= value; left -= value) text += numeral;
  }
  return text;
}

function tableReader(tokens: ThemeTokens): (style: string | undefined) => TableLook {
  const looks = tableLooks(tokens);
  const read = ({ borders, margins, inner }: TableStyle): TableLook => {
    const twips = (eighths: number): number => (eighths / 8) * 20;
    const side = (name: string): number => twips(borders.find(([other]) => other === name)?.[1] ?? 0);
    const rule = twips(inner?.[0] ?? 0);
    return {
      margins,
      top: side('top'),
      bottom: side('bottom'),
      inside: side('insideH'),
      afterFirst: rule,
      beforeLast: rule,
    };
  };
  const known = new Map(Object.entries(looks).map(([id, look]) => [id, read(look)]));
  const plain = read({ borders: [], margins: [0, 0, 0, 0], align: 'top' });
  return (style = 'ThreeLine' satisfies TableStyleId) => known.get(style) ?? plain;
}

/** Footnotes by the ids they have in the document. */
function noteHeights(footnotes: Footnotes, { looks, widthOf }: TextTools): NoteHeights {
  const look = looks.paragraph('FootnoteText');
  const heights = new BlockHeights(undefined);
  const blocks = new Map(
    [...footnotes.values()].map(({ id, content }): [string, ParagraphBlock] => {
      const number = { ...look.font, size: look.font.size * raised };
      const text = content
        .map((node) => toString(node))
        .join('')
        .replace(/\s+/g, ' ')
        .trimEnd();
      const characters = [
        ...Array.from(String(id), (character) => ({ text: character, width: widthOf(character, number) })),
        ...Array.from(` ${text.trimStart()}`, (character) => ({
          text: character,
          width: widthOf(character, look.font),
        })),
      ];
      return [
        String(id),
        { type: 'paragraph', look, characters, picture: 0, marks: [], notes: [], endsSection: false },
      ];
    }),
  );
  return {
    separator: looks.paragraph('Normal').font.size * 10 * naturalLine,
    of: (id, width) => {
      const block = blocks.get(id);
      return block ? heights.stack([block], width) : 0;
    },
  };
}
