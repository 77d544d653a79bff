import { describe, expect, it } from 'vitest';
import { compareBySound, initialOf } from '../../src/compose/pinyin.ts';

describe('the order by sound', () => {
  it.each([
    ['版权登记量', 'B'],
    ['发明专利授权量', 'F'],
    ['率先完成任务', 'L'],
    ['年均调解案件', 'N'],
    ['欧洲专利申请量', 'O'],
    ['行政执法案件', 'X'],
    ['PCT国际专利申请量', 'P'],
    ['12345热线', '#'],
  ])('puts %s under %s', (name, letter) => {
    expect(initialOf(name)).toBe(letter);
  });

  it('reads words of more than one sound as they are read in the field', () => {
    expect(initialOf('调解成功率')).toBe('T');
    expect(initialOf('调撤率')).toBe('T');
    expect(initialOf('调查取证')).toBe('D');
    expect(initialOf('重点企业')).toBe('Z');
    expect(initialOf('行业协会')).toBe('H');
  });

  it('sorts by letter, Chinese before Latin, then syllable by syllable', () => {
    const names = ['植物新品种', '知识产权CBD', '专利', 'PCT申请', '批次', '安全', '知识产权', '培育'];
    expect(names.toSorted(compareBySound)).toEqual([
      '安全',
      '培育',
      '批次',
      'PCT申请',
      '知识产权',
      '知识产权CBD',
      '植物新品种',
      '专利',
    ]);
  });
});
