import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../../src/document/document.ts';
import { usualDocx } from '../../../src/render/docx/docx-options.ts';
import { pageNumbers } from '../../../src/render/docx/page-numbers.ts';
import { breakLines } from '../../../src/render/docx/pages/break-lines.ts';
import type { Block, ParagraphBlock, RowBlock, SectionBlock } from '../../../src/render/docx/pages/blocks.ts';
import { paginate } from '../../../src/render/docx/pages/paginate.ts';
import { readLooks } from '../../../src/render/docx/pages/read-looks.ts';
import { rasterizePictures } from '../../../src/render/docx/pictures.ts';
import { buildDocx } from '../../../src/render/docx/render-docx.ts';
import type { Theme } from '../../../src/validate/schema/theme.ts';
import { sampleDocument } from '../sample-document.ts';
import { chapterOf, longTable } from '../sample-long-table.ts';
import { officialTheme, sampleTheme } from '../sample-theme.ts';
import { host, rasterize, withTree } from './sample-docx.ts';

/** Pages of the bookmarks of a document, ours and the library's. */
async function bothPages(
  document: ReportDocument,
  theme: Theme,
): Promise<Record<'ours' | 'library', Record<string, string>>> {
  const found = { ours: new Map<string, string>(), library: new Map<string, string>() };
  const pictures = await rasterizePictures(document, rasterize);
  await buildDocx({ document, theme, options: usualDocx }, pictures, host, async (setting) => {
    const own = await pageNumbers(setting, host, undefined);
    const known = await pageNumbers(setting, host, []);
    const estimator: typeof own.estimator = (body, context) => {
      found.library = new Map(known.estimator(structuredClone(body), context).bookmarks);
      const estimated = own.estimator(body, context);
      found.ours = new Map(estimated.bookmarks);
      return estimated;
    };
    return { estimator, estimate: own.estimate };
  });
  return { ours: Object.fromEntries(found.ours), library: Object.fromEntries(found.library) };
}

const text = '全市深化知识产权领域改革，2022年授权发明专利5274件，比上年增长12.6%。';
const chapters = [3, 4, 9].map((paragraphs, index) =>
  chapterOf(
    [
      ...Array.from({ length: paragraphs }, (_, more) => h('p', text.repeat(more + index + 1))),
      ...(index === 1 ? [longTable(90)] : []),
    ],
    `chapter-${String(index)}`,
  ),
);

describe('pages laid out by ourselves are those of the library', () => {
  it.each([
    ['the sample', sampleTheme(), sampleDocument()],
    ['a long table in the official look', officialTheme(), withTree(h(null, chapters))],
  ] as const)('%s', async (_, theme, document) => {
    const { ours, library } = await bothPages(document, theme);
    expect(Object.keys(ours).length).toBeGreaterThan(0);
    expect(ours).toEqual(library);
  });
});

describe('lines', () => {
  const lines = (words: string, ems: number): string[] => {
    const characters = Array.from(words, (character) => ({
      text: character,
      width: character < '\u0080' ? 0.5 : 1,
    }));
    const starts = breakLines(characters, { first: ems, others: ems, isJustified: false });
    return starts.map((start, line) => words.slice(start, starts[line + 1]));
  };

  it('do not begin with a mark that ends a phrase, nor end with one that opens it', () => {
    expect(lines('一二三四，五六', 4)).toEqual(['一二三', '四，五六']);
    expect(lines('一二三（四五六', 4)).toEqual(['一二三', '（四五六']);
  });

  it('keep a number with its per cent sign and a word in one piece', () => {
    expect(lines('一二三12.6%四', 4)).toEqual(['一二三', '12.6%四']);
  });
});

describe('what pages cannot tell is said', () => {
  const look = readLooks({}, { config: [] }).paragraph('Normal');
  const line: ParagraphBlock = {
    type: 'paragraph', look, characters: [], picture: 0, marks: [], notes: [{ id: '1', at: 0 }], endsSection: false,
  }; // prettier-ignore
  const row = (height: number): RowBlock => ({ cells: [], height, isHeader: false, top: 0, bottom: 0 });
  const doubts = (block: Block, note: number): string[] => {
    const section: SectionBlock = {
      blocks: [{ ...line, notes: [] }, block], isContinuous: false, top: 0, bottom: 1000, columns: [500],
      pitch: undefined, isRoman: false, start: undefined,
    }; // prettier-ignore
    return paginate([section], { separator: 10, of: () => note }).doubts.map(
      ({ reason, page }) => `${String(page)}: ${reason}`,
    );
  };

  it.each([
    ['a row as high as a page', { type: 'table', rows: [row(1000)] }, 0, []],
    ['a higher row', { type: 'table', rows: [row(10), row(1001)] }, 0, ['2: a table row taller than a page']],
    ['a line with its footnote', line, 500, []],
    ['a line whose footnote goes over', line, 990, ['2: a line and its footnote taller than a page']],
    [
      'a picture higher than a page',
      { ...line, picture: 1001, notes: [] },
      0,
      ['2: a line taller than a page'],
    ],
  ] as const)('%s', (_, block, note, said) => {
    expect(doubts(block as Block, note)).toEqual(said);
  });
});
