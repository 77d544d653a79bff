import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/audit/compare.ts';
import { expectedOf, expectedText } from '../../src/audit/expected.ts';
import type { ReportDocument } from '../../src/document/document.ts';
import { joinPieces } from '../../src/audit/text.ts';

const where = { zh: '这里', en: 'here' };

/** What is found to differ, in short: `changed 12件 → 13件`. */
function differences(expected: string, found: string): string[] {
  return compare(expectedOf(expected, where), joinPieces([{ text: found, where }])).map((difference) => {
    switch (difference.kind) {
      case 'missing':
        return `missing ${difference.mark.shown}`;
      case 'changed':
        return `changed ${difference.mark.shown} → ${difference.found}`;
      case 'extra':
        return `extra ${difference.found}`;
      case 'words':
        return `words ${difference.expected} → ${difference.found}`;
      default:
        return difference.kind;
    }
  });
}

describe('numbers of two texts', () => {
  it.each([
    ['全市5274件，增长3.2%', '全市 5274 件，\n增长3.2%', []],
    ['全市5274件，增长3.2%', '全市5247件，增长3.2%', ['changed 5274件 → 5247件']],
    ['全市5274件，增长3.2%', '全市5274万件，增长3.2%', ['changed 5274件 → 5274万件']],
    ['全市5274件，增长3.2%', '全市5274件，增长−3.2%', ['changed 3.2% → −3.2%']],
    ['全市5274件，增长3.2%', '全市近5274件以上，增长3.2%', ['changed 5274件 → 近5274件以上']],
    ['全市5274件，增长3.2%', '全市5274件，增长3.2', ['changed 3.2% → 3.2']],
    ['全市5274件，增长3.2%', '全市15274件，增长3.2%', ['changed 5274件 → 15274件']],
    ['全市5274件，增长3.2%', '全市件，增长3.2%', ['missing 5274件']],
    [
      '发明5274件，实用新型25143件。',
      '发明25143件，实用新型5274件。',
      ['changed 5274件 → 25143件', 'changed 25143件 → 5274件'],
    ],
    ['全市有商标，增长3.2%', '全市有商标8件，增长3.2%', ['extra 8件']],
    ['全市有商标，增长3.2%', '全省有商标，增长3.2%', ['words 市 → 省']],
  ])('%s / %s', (expected, found, due) => {
    expect(differences(expected, found)).toEqual(due);
  });

  it('are compared however a renderer breaks, spaces or composes the text', () => {
    expect(differences('累计56001件é', '累计5 6\u00AD0\u200B01\u3000件e\u0301')).toEqual([]);
  });
});

describe('page numbers', () => {
  const place = (id: string, words: string, first = false) =>
    h('span', { dataPart: 'place' }, [
      first ? '' : '、',
      h('a', { href: `#${id}` }, h('span', { dataPart: 'page' }, words)),
    ]);
  const tree = h(null, [
    h('section', { dataPart: 'chapter', id: 'a' }, [
      h('h1', '甲'),
      h('p', [
        '见',
        h('a', { href: '#b' }, [
          '第二章',
          h('span', { dataPart: 'on-page' }, ['（第', h('span', { dataPart: 'page' }), '页）']),
        ]),
        '。',
      ]),
      h('p', h('span', { id: 'at-1' }, '某数')),
    ]),
    h('section', { dataPart: 'chapter', id: 'b' }, [
      h('h1', '乙'),
      h('p', h('span', { id: 'at-2' }, '某数')),
    ]),
    h('section', { dataPart: 'appendix', id: 'i' }, [
      h('h1', '索引'),
      h('div', { dataPart: 'index' }, [
        h('p', { dataPart: 'index-entry' }, [
          '子　',
          place('a', '第一章', true),
          place('at-1', ''),
          place('b', '图2-1'),
          place('at-2', ''),
        ]),
      ]),
    ]),
  ]);
  const document = { tree, drawings: {}, figures: {} } as unknown as ReportDocument;
  const on = (folio: string, text: string) => ({ text, where: { ...where, folio } });
  const judge = (reference: string, index: string): string[] => {
    const expected = expectedText(document, { pages: true, indexPages: true, draws: () => true });
    const pieces = [
      on('3', `甲见第二章（第${reference}页）。某数`),
      on('12', '乙某数'),
      on('13', `索引子${index}`),
    ];
    return compare(expected, joinPieces(pieces)).map((difference) =>
      difference.kind === 'page' ? `${difference.found} for ${difference.page}` : difference.kind,
    );
  };

  it('of references and an index are those of the pages led to, each page of an entry once', () => {
    expect(judge('12', '3、12')).toEqual([]);
    expect(judge('11', '3、12')).toEqual(['11 for 12']);
    expect(judge('12', '3、13')).toEqual(['3、13 for 3、12']);
    expect(judge('12', '3、3、12')).toEqual(['3、3、12 for 3、12']);
    expect(judge('12', '3')).toEqual(['3 for 3、12']);
  });

  it('are words, or nothing at all, in a format without pages', () => {
    const { text } = expectedText(document, { pages: false, indexPages: false, draws: () => true });
    expect(text).toBe('甲见第二章。某数乙某数索引子第一章、图2-1');
  });
});
