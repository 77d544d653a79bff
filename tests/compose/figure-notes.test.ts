import { expect, test } from 'vitest';
import { runProject } from '../examine-project.ts';

test('every figure printed is told of, with time, standing and the sources its numbers lead to', async () => {
  const { composed } = await runProject();
  const { figures, notes } = composed!.document;
  expect(Object.keys(notes)).toEqual(Object.keys(figures));
  expect(notes['xiamen/2022/creation.patent.granted.invention']).toEqual({
    name: '发明专利授权量',
    time: '2022年',
    standing: '',
    sources: [{ id: 'xiamen-2022-digest', number: '[1]' }],
    summary: '发明专利授权量；2022年；单位：件；资料来源：[1]',
  });
  // Computed from a base in one source and a figure in another.
  expect(notes['xiamen/2022/utilization.pledge.amount#progress']).toMatchObject({
    name: '专利商标质押金额目标进度',
    standing: '测算',
    sources: [{ number: '[1]' }, { number: '[2]' }],
  });
});

test('a peer’s figure is told of by the peer’s name', async () => {
  const { composed } = await runProject(undefined, { region: 'ningbo', period: '2020' });
  const peers = Object.entries(composed!.document.notes).filter(([key]) => key.startsWith('hangzhou/'));
  expect(peers.length).toBeGreaterThan(0);
  for (const [, { name }] of peers) expect(name).toMatch(/^杭州/);
});

test('an alternative text begins with the message and tells times apart', async () => {
  const { composed } = await runProject();
  const alt = (id: string): string => composed!.requests.find(({ chart }) => chart === id)!.alt;
  expect(alt('patent-grants')).toMatch(/^实用新型占三种专利授权的65\.41%（测算），发明专利占13\.72%（测算）。厦门市2022年/);
  expect(alt('years-apart')).toContain('PCT国际专利申请（2017年）313件；PCT国际专利申请（2022年）467件');
  expect(alt('target-progress')).toContain('84.3%（2021年17.2件，2022年20.8件，2025年目标值21.47件）');
  expect(alt('patent-grants')).not.toContain('（2022年）');
}); // prettier-ignore

test('what is drawn beside many rows is told once, at the end', async () => {
  const { composed } = await runProject(undefined, { region: 'quanzhou', period: '2021' });
  const { alt } = composed!.requests.find(({ chart }) => chart === 'talent-tiers')!;
  expect(alt.match(/137人/g)).toHaveLength(2);
  expect(alt).toMatch(/83人；新认定知识产权高层次人才48人；累计认定知识产权高层次人才137人。$/);
});
