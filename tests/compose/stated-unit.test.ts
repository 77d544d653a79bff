import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { runChanged } from '../examine-project.ts';

const file = 'data/xiamen/2022.yaml';

describe('a figure stated in a larger unit than its indicator', () => {
  it('is printed as stated, unit included, and drawn on its indicator’s scale', async () => {
    const { composed, diagnostics } = await runChanged(async (copy) => {
      await copy.edit(file, 'utility_model: 25143', 'utility_model: { value: 2.51, unit: 万件 }');
      await copy.edit('seeds/xiamen-2022-digest.yaml', 'value: 25143, unit: 件', 'value: 2.51, unit: 万件');
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = toString(composed!.document.tree);
    expect(text).toContain('实用新型专利授权2.51万件');
    expect(text).toContain('实用新型专利授权量2.51万件2022年');
    expect(text).not.toContain('25100件');
    const request = composed!.requests.find(({ chart }) => chart === 'patent-grants');
    const row = request?.rows.find(({ label }) => label === '实用新型');
    expect(row).toMatchObject({ value: 25100, text: '2.51万件' });
  });

  it('counts in full in sums and shares', async () => {
    const { composed } = await runChanged((copy) =>
      copy.edit(file, 'utility_model: 25143', 'utility_model: { value: 2.51, unit: 万件 }'),
    );
    expect(composed!.document.figures['xiamen/2022/creation.patent.granted.total']?.value).toBe('38399');
  });
});
