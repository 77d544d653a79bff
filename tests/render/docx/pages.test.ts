import { h } from 'hastscript';
import { describe, expect, it, vi } from 'vitest';
import type * as PageNumbers from '../../../src/render/docx/page-numbers.ts';
import { breakLines } from '../../../src/render/docx/pages/break-lines.ts';
import { sampleDocument } from '../sample-document.ts';
import { chapterOf, longTable } from '../sample-long-table.ts';
import { officialTheme, sampleTheme } from '../sample-theme.ts';
import { render, withTree } from './sample-docx.ts';

/** Pages of the bookmarks of what was rendered last, ours and the library's. */
const found = vi.hoisted(() => ({ ours: new Map<string, string>(), library: new Map<string, string>() }));

vi.mock('../../../src/render/docx/page-numbers.ts', async (original) => {
  const { pageNumbers, ...others } = await original<typeof PageNumbers>();
  return {
    ...others,
    pageNumbers: async (...[setting, host]: Parameters<typeof pageNumbers>) => {
      const ours = await pageNumbers(setting, host, undefined);
      const library = await pageNumbers(setting, host, []);
      const estimator: typeof ours.estimator = (body, context) => {
        found.library = new Map(library.estimator(structuredClone(body), context).bookmarks);
        const estimated = ours.estimator(body, context);
        found.ours = new Map(estimated.bookmarks);
        return estimated;
      };
      return { estimator, estimate: ours.estimate };
    },
  };
});

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
    ['the sample in the official look', officialTheme(), sampleDocument()],
    ['a long table', sampleTheme(), withTree(h(null, chapters))],
    ['a long table in the official look', officialTheme(), withTree(h(null, chapters))],
  ] as const)('%s', async (_, theme, document) => {
    await render(document, theme);
    expect(found.ours.size).toBeGreaterThan(0);
    expect(Object.fromEntries(found.ours)).toEqual(Object.fromEntries(found.library));
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
