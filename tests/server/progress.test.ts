import { expect, test } from 'vitest';
import { fillingProgress, type FillingProgress } from '../../src/server/progress/filling-progress.ts';
import { placeOf, runChanged, runProject } from '../examine-project.ts';

// What remains to be asked for, and of whom.

const group = ({ groups }: FillingProgress, id: string): FillingProgress['groups'][number] | undefined =>
  groups.find((one) => one.id === id);

test('every figure the file states is counted once, and what a target lacks is missing', async () => {
  const { examined } = await runProject();
  const progress = fillingProgress(examined!);
  const { counts, groups } = progress;
  expect(progress.before).toBeUndefined();
  expect(groups.map(({ section }) => section)).toEqual(['统筹规划', '创造', '运用', '保护', '服务', '宣传']);
  expect(counts.final + counts.provisional + counts.missing).toBe(
    groups.flatMap(({ items }) => items).length,
  );
  expect(counts.provisional).toBe(0);
  const keys = groups.flatMap(({ items }) => items.map(({ key }) => key));
  expect(new Set(keys).size).toBe(keys.length);
  // Computed from the three kinds: nobody has to deliver it.
  expect(keys).not.toContain('xiamen/2022/creation.patent.granted.total');
  const missing = groups.flatMap(({ items }) => items.filter(({ filling }) => filling === 'missing'));
  expect(missing.length).toBe(counts.missing);
  expect(missing).toContainEqual(
    expect.objectContaining({
      key: 'xiamen/2022/protection.satisfaction',
      expected: { key: 'xiamen/2021/protection.satisfaction', period: '2021', printed: '81分' },
    }),
  );
});

test('figures to be confirmed, those of last year, and the departments the catalogue names', async () => {
  const { examined, diagnostics } = await runChanged(
    async (project) => {
      const last = await project.read('data/xiamen/2022.yaml');
      const head = last.slice(0, last.indexOf('planning:')).replace(/^ {2}plan: .*\n/m, '');
      const figures = 'creation: { trademark: { registered: { value: 7, status: provisional } } }\n';
      await project.write('data/xiamen/2023.yaml', head + figures);
      await project.edit('data/indicators/creation.yaml', 'indicators:\n', 'department: market-regulation\nindicators:\n'); // prettier-ignore
      await project.edit('data/indicators/creation.yaml', '    name: { zh: 商标注册申请量', '    department: 市科技局\n    name: { zh: 商标注册申请量'); // prettier-ignore
    },
    { period: '2023' },
  );
  expect(diagnostics.filter(({ code }) => code.startsWith('DEPARTMENT'))).toEqual([]);
  const progress = fillingProgress(examined!);
  expect(progress.before).toBe('2022');
  expect(progress.groups[0]?.id).toBe('market-regulation');
  const market = group(progress, 'market-regulation')!;
  expect(market.department?.zh).toBe('市市场监管局（市知识产权局）');
  expect(market.counts).toMatchObject({ final: 0, provisional: 1 });
  expect(market.counts.missing).toBeGreaterThan(10);
  const asked = group(progress, 'science-technology')!;
  expect(asked.counts).toEqual({ final: 0, provisional: 0, missing: 1 });
  expect(asked.items[0]).toMatchObject({
    key: 'xiamen/2023/creation.trademark.applications',
    expected: { key: 'xiamen/2022/creation.trademark.applications', period: '2022', printed: '87963件' },
    place: { file: 'data/xiamen/2022.yaml' },
  });
  expect(group(progress, '.creation')).toBeUndefined();
  expect(group(progress, '.protection')?.section).toBe('保护');
});

test('a department nobody has registered is an error where it is named', async () => {
  const name = 'data/indicators/creation.yaml';
  const { diagnostics, read } = await runChanged((project) =>
    project.edit(name, 'indicators:\n', 'department: 市场监管局局\nindicators:\n'),
  );
  const [found] = diagnostics.filter(({ code }) => code === 'DEPARTMENT_UNKNOWN');
  expect(`${String(found?.line)}:${String(found?.column)}`).toBe(placeOf(read(name), '市场监管局局'));
});
