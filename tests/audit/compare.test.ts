import { describe, expect, it } from 'vitest';
import { compare } from '../../src/audit/compare.ts';
import { expectedOf } from '../../src/audit/expected.ts';
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
