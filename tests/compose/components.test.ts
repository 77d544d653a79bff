import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../../src/document/visit.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { partOf } from '../../src/compose/parse-tree.ts';
import { runChanged, runProject, type Outcome } from '../examine-project.ts';
import { projectRoot, type ChangeableProject } from '../project-copy.ts';

const council = { region: 'ningbo', period: '2020' };
const plan = { period: '2022-2025' };

function elements({ composed }: Outcome, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(composed!.document.tree, 'element', (element) => {
    if (test(element)) found.push(element);
  });
  return found;
}

/** The cells of every row of a table, by the table's id. */
function rowsOf(outcome: Outcome, id: string): string[][] {
  const [figure] = elements(outcome, ({ properties }) => properties.id === id);
  const rows: string[][] = [];
  visit(figure!, 'element', (row) => {
    if (row.tagName === 'tr')
      rows.push(row.children.filter((cell) => cell.type === 'element').map((cell) => toString(cell)));
  });
  return rows;
}

function textOf({ composed }: Outcome): string {
  return toString(composed!.document.tree);
}

describe('a table of a region beside its peers', () => {
  it('sets figures of one year side by side, each with its own key', async () => {
    const outcome = await runProject(projectRoot, council);
    expect(rowsOf(outcome, 'tab-compare-contracts-and-pledge')).toEqual([
      ['指标', '单位', '时间', '宁波', '杭州'],
      ['技术合同成交总额', '亿元', '2020年', '271', '550'],
      ['专利质押融资额', '亿元', '2020年', '26', '71.5'],
    ]);
    expect(Object.keys(outcome.composed!.document.figures)).toContain(
      'hangzhou/2020/utilization.tech_contract.value',
    );
    expect(rowsOf(outcome, 'tab-compare-agencies')[1]).toEqual([
      '发明专利委托代理本地机构占比', '%', '2020年', '37.2', '60以上',
    ]); // prettier-ignore
  });

  const lastYear = async (copy: ChangeableProject): Promise<void> => {
    await copy.edit('data/hangzhou/2020.yaml', '    value: 550', '    value: { value: 550, period: 2019 }');
    const text = await copy.read('data/ningbo/2020.yaml');
    const peer = /\{\{figure "utilization\.tech_contract\.value" region="hangzhou"\}\}/g;
    await copy.write('data/ningbo/2020.yaml', text.replace(peer, '若干'));
  };

  it('refuses a peer’s figure of another year', async () => {
    const { diagnostics } = await runChanged(lastYear, council);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ code: 'PEER_YEARS_DIFFER', file: 'data/ningbo/2020.yaml' }]);
  });

  it('prints the year in every cell where mixed years are declared', async () => {
    const outcome = await runChanged(async (copy) => {
      await lastYear(copy);
      await copy.edit('templates/sections/problems.hbs', '{{#each this.charts}}{{chart this}}{{/each}}', '');
      await copy.edit(
        'data/ningbo/2020.yaml',
        '    peers: [hangzhou]\n    rows:\n      - { indicator: utilization.tech_contract.value }',
        '    peers: [hangzhou]\n    mixed_years: true\n    rows:\n      - { indicator: utilization.tech_contract.value }',
      );
    }, council);
    expect(outcome.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(rowsOf(outcome, 'tab-compare-contracts-and-pledge').slice(1)).toEqual([
      ['技术合同成交总额', '亿元', '2020年', '271（2020年）', '550（2019年）'],
      ['专利质押融资额', '亿元', '2020年', '26（2020年）', '71.5（2020年）'],
    ]);
  });

  it('says so where a peer has no figure at all', async () => {
    const outcome = await runChanged(async (copy) => {
      await copy.edit('data/ningbo/2020.yaml', 'peers: [china]', 'peers: [china, hangzhou]');
    }, council);
    expect(rowsOf(outcome, 'tab-compare-maintained-patents')[1]!.slice(-2)).toEqual(['19.1', '数据暂缺']);
  });
});

describe('a rank', () => {
  it('is printed with its scope, those ranked and the change, in sentences and in the table', async () => {
    const outcome = await runProject(projectRoot, { period: '2017' });
    expect(textOf(outcome)).toContain('全国参评城市第3位（共140个，比上年上升4位）');
    const rows = rowsOf(outcome, 'tab-ranks');
    expect(rows[0]).toEqual(['事项', '范围', '时间', '位次', '参评数', '变化']);
    expect(rows).toContainEqual(
      expect.arrayContaining(['全国参评城市', '2016年', '第3位', '共140个', '比上年上升4位']),
    );
    expect(rows).toContainEqual(expect.arrayContaining(['第3位', '来源未载', '—']));
  });
});

describe('the tasks of a plan', () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await runProject(projectRoot, plan);
  });

  it('are numbered through its chapters', () => {
    const numbers = elements(outcome, ({ properties }) => String(properties.id).startsWith('tasks-'))
      .filter(({ tagName }) => tagName === 'section')
      .map((chapter) =>
        chapter.children
          .filter((child): child is Element => child.type === 'element' && child.tagName === 'h2')
          .map((h2) => /（(.+?)）/.exec(toString(h2))![1]),
      );
    expect(numbers.map((chapter) => chapter.length)).toEqual([2, 7, 5, 4, 2, 3]);
    expect(numbers.flat().slice(0, 4)).toEqual(['一', '二', '三', '四']);
    expect(numbers.flat().at(-1)).toBe('二十三');
  });

  it('stand in a matrix with every department they name, under one name', () => {
    const [head, ...rows] = rowsOf(outcome, 'tab-task-matrix');
    expect(head!.slice(1)).toEqual(Array.from({ length: 21 }, (_, index) => String(index + 3)));
    const tasks = outcome.examined!.inputs.report.content.tasks!.flatMap((chapter) => chapter.tasks);
    const marks = rows.flat().filter((cell) => cell === '●').length;
    expect(marks).toBe(tasks.flatMap(({ responsible = [] }) => responsible).length);
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
  });

  it('tell leading from supporting departments where the plan does', async () => {
    const changed = await runChanged(async (copy) => {
      await copy.edit(
        'data/xiamen/2022-2025.yaml',
        'responsible: [市中级法院, ',
        'lead: [市中级人民法院]\n        support: [',
      );
    }, plan);
    expect(changed.diagnostics).toEqual([]);
    const court = rowsOf(changed, 'tab-task-matrix').find(([name]) => name === '市中级法院')!;
    const police = rowsOf(changed, 'tab-task-matrix').find(([name]) => name === '市公安局')!;
    expect([court[3], police[3]]).toEqual(['●', '○']);
    expect(textOf(changed)).toContain('牵头单位：市中级法院。');
    expect(textOf(changed)).toContain('● 牵头单位；○ 配合单位');
  });
});

describe('the status of a target', () => {
  const statusWith = async (value: string): Promise<string[]> => {
    const outcome = await runChanged(async (copy) => {
      const file = 'data/xiamen/2022.yaml';
      await copy.write(file, (await copy.read(file)).replace('27.83', value));
    });
    const row = rowsOf(outcome, 'tab-targets').find(([name]) => name!.startsWith('专利商标质押金额'))!;
    return row.slice(-2);
  };

  it('is decided on the figure and not on its rounded rate', async () => {
    expect(await statusWith('39.99')).toEqual(['100.0%', '未到期']);
    expect(await statusWith('40')).toEqual(['100.0%', '已达到']);
  });

  it('says which targets have no figure and which are of another definition', async () => {
    const rows = rowsOf(await runProject(projectRoot, plan), 'tab-targets').slice(1);
    const statuses = rows.map((row) => row.at(-1));
    expect(rows).toHaveLength(10);
    expect(statuses.filter((status) => status === '数据暂缺')).toHaveLength(4);
    expect(statuses.filter((status) => status === '口径不同')).toHaveLength(2);
    expect(statuses.filter((status) => status === '未到期')).toHaveLength(4);
  });
});

describe('a text', () => {
  it('sets 一是…。 as a run-in heading, and of a long sentence only 一是', async () => {
    const outcome = await runChanged(async (copy) => {
      await copy.edit(
        'data/xiamen/2022.yaml',
        'narrative:\n',
        'next_steps:\n  - title: 某组\n    text: |\n      一是短句。后文。\n\n      二是一句长得不宜整句加粗的话因为它说了很多很多很多很多很多很多事。后文。\n\n      第三段。\nnarrative:\n',
      );
    });
    const bold = elements(outcome, (element) => partOf(element) === 'run-in').map(({ children }) =>
      toString(children[0]!),
    );
    expect(bold).toContain('一是短句。');
    expect(bold).toContain('二是');
    expect(textOf(outcome)).toContain('下一步工作');
  });

  it('prints ranges, spans and parts of a year as the source has them', async () => {
    const text = textOf(await runProject(projectRoot, council));
    expect(text).toContain('9～22个月');
    expect(text).toContain('2018—2020年');
    expect(text).toContain('2021年以来');
  });
});

it('a source only a peer’s figure cites is in the list of sources, with a number of its own', async () => {
  const outcome = await runChanged(async (copy) => {
    await copy.write(
      'seeds/peer-yearbook.yaml',
      'document:\n  title: { zh: 某年鉴 }\n  publisher: 某局\n  date: "2021"\n  kind: 年鉴\n  itemised: false\n',
    );
    const file = 'data/hangzhou/2020.yaml';
    const text = await copy.read(file);
    await copy.write(file, text.replaceAll('ningbo-report-2021', 'peer-yearbook'));
  }, council);
  expect(outcome.diagnostics.filter(({ code }) => code.startsWith('LEDGER'))).toEqual([]);
  expect(textOf(outcome)).toContain('[2]某年鉴');
});

describe('a wide table', () => {
  it('is set across where the template says so, and upright elsewhere', async () => {
    const matrix = (outcome: Outcome): unknown =>
      elements(outcome, ({ properties }) => properties.id === 'tab-task-matrix')[0]?.properties
        .dataOrientation;
    const wide = await runChanged(
      (copy) =>
        copy.edit(
          'templates/sections/task-matrix.hbs',
          'id="task-matrix" title',
          'id="task-matrix" wide=true title',
        ),
      plan,
    );
    expect(wide.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(matrix(wide)).toBe('landscape');
    expect(matrix(await runProject(projectRoot, plan))).toBeUndefined();
  });
});
