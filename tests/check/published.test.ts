import { toString } from 'hast-util-to-string';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say as sayArgv, type Said } from '../cli/say.ts';
import { placeOf, runChanged, runProject } from '../examine-project.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { addSixthRegion } from '../sixth-region.ts';

const report = 'data/xiamen/2022.yaml';
const seal = 'data/xiamen/2022.sealed.yaml';
const before = process.env.WHITEPAPER_ROOT;
let copy: ProjectCopy;
let clean: string;

const say = (line: string): Promise<Said> => sayArgv(line.split(' '));

describe('a published period', () => {
  beforeAll(async () => {
    copy = await copyProject();
    clean = await copy.read(report);
    process.env.WHITEPAPER_ROOT = copy.root;
    expect(await say('seal 2022')).toMatchObject({ code: 1, error: expect.stringContaining('SEAL_WITHOUT_BUILD') as string }); // prettier-ignore
    expect((await say('build 2022 --format html')).code).toBe(0);
    const manifest = await copy.read('out/xiamen-2022/manifest.json');
    await copy.write('out/xiamen-2022/manifest.json', manifest.slice(0, 99));
    expect(await say('seal 2022')).toMatchObject({ code: 1, error: expect.stringContaining('SEAL_WITHOUT_BUILD') as string }); // prettier-ignore
    await copy.write('out/xiamen-2022/manifest.json', manifest);
    await copy.edit(report, '# 数字：', '# 数字：：');
    expect(await say('seal 2022')).toMatchObject({ code: 1, error: expect.stringContaining('SEAL_STALE') as string }); // prettier-ignore
    await copy.write(report, clean);
    expect((await say('seal 2022')).code).toBe(0);
  });
  beforeEach(() => copy.write(report, clean));
  afterAll(async () => {
    if (before === undefined) delete process.env.WHITEPAPER_ROOT;
    else process.env.WHITEPAPER_ROOT = before;
    await copy.remove();
  });

  it('is sealed once, figure by figure, and builds as before', async () => {
    expect(await copy.read(seal)).toContain(`xiamen/2022/creation.trademark.registered:\n    value: '77021'`);
    expect(await say('seal 2022')).toMatchObject({ code: 1, error: expect.stringContaining('SEAL_EXISTS') as string }); // prettier-ignore
    expect((await runProject(copy.root)).diagnostics).toEqual([]);
  });

  it('cannot be changed without saying so', async () => {
    await copy.edit(report, 'registered: 77021', 'registered: 77031');
    const { diagnostics } = await runProject(copy.root);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const [line, column] = placeOf(await copy.read(report), '77031')
      .split(':')
      .map(Number);
    expect(errors).toMatchObject([{ code: 'SEALED_CHANGED', file: report, line, column }]);
    expect(errors[0]!.message).toContain('77021');
  });

  it('cannot lose a figure', async () => {
    await copy.edit(report, '    pct: { applications: 467 }\n', '');
    const { diagnostics } = await runProject(copy.root);
    expect(diagnostics.map(({ code }) => code)).toContain('SEALED_MISSING');
  });

  it('can be revised, and the report says what, from what and why', async () => {
    await copy.edit(report, 'registered: 77021', 'registered: { value: 77031, revised: { from: 77021, reason: 补报一批注册 } }'); // prettier-ignore
    const { diagnostics, composed } = await runProject(copy.root);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = toString(composed!.document.tree);
    expect(text).toMatch(/数据修订说明.*77021件\s*77031件\s*补报一批注册/s);
  });
});

describe('last year’s figure in this year’s file', () => {
  const withLastYear = (written: string) =>
    runChanged(
      async (changed) => {
        await addSixthRegion(changed);
        await changed.edit('data/sample-city/2023.yaml', 'registered: 21001', `registered: { value: 21001, other_periods: [${written}] }`); // prettier-ignore
      },
      { region: 'sample-city', period: '2023' },
    );

  it('must be the one published', async () => {
    const codes = async (written: string): Promise<string[]> =>
      (await withLastYear(written)).diagnostics.map(({ code }) => code);
    expect(await codes('{ value: 14001, period: 2022 }')).not.toContain('FIGURE_TWICE');
    expect(await codes('{ value: 14010, period: 2022 }')).toContain('FIGURE_TWICE');
    expect(await codes('{ value: 14010, period: 2022, revised: { from: 14011, reason: 更正 } }')).toContain('FIGURE_TWICE'); // prettier-ignore
  });

  it('or says that it revises it, and is used from then on', async () => {
    const { diagnostics, examined, composed } = await withLastYear(
      '{ value: 14010, period: 2022, revised: { from: 14001, reason: 口径调整 } }',
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(examined!.facts.figures.get('sample-city/2022/creation.trademark.registered')!.value).toBe(
      '14010',
    );
    expect(toString(composed!.document.tree)).toMatch(/数据修订说明.*14001件\s*14010件\s*口径调整/s);
  });
});
