import type { Element } from 'hast';
import { h } from 'hastscript';

function number(value: string): Element {
  return h(
    'td',
    { dataAlign: 'number' },
    h('data', { value, dataFigure: `sample/2022/value-${value}` }, value),
  );
}

function row(label: string, values: readonly string[], part?: 'total'): Element {
  return h('tr', part === undefined ? {} : { dataPart: part }, [
    h('th', { scope: 'row' }, label),
    ...values.map(number),
  ]);
}

interface TableContent {
  readonly id: string;
  readonly number: string;
  readonly caption: string;
  readonly unit?: string;
  readonly head: readonly string[];
  readonly columns: string;
  readonly rows: readonly Element[];
}

function table(content: TableContent): Element {
  return h('figure', { dataPart: 'table', id: content.id }, [
    h('figcaption', [
      h('p', { dataPart: 'caption' }, [h('span', { dataPart: 'number' }, content.number), content.caption]),
      ...(content.unit === undefined ? [] : [h('p', { dataPart: 'unit' }, `单位：${content.unit}`)]),
    ]),
    h('table', { dataColumns: content.columns }, [
      h(
        'thead',
        h(
          'tr',
          content.head.map((text) => h('th', { scope: 'col' }, text)),
        ),
      ),
      h('tbody', [...content.rows]),
    ]),
    h('p', { dataPart: 'note' }, '注：1. 地理标志商标包括集体商标和证明商标。2. 增幅由原始数据计算。'),
    h('p', { dataPart: 'source' }, '来源：市知识产权局［1］；市中级人民法院［2］'),
  ]);
}

const districts = ['思明区', '湖里区', '集美区', '海沧区', '同安区', '翔安区'] as const;
const indicators = [
  '发明专利授权',
  '实用新型专利授权',
  '外观设计专利授权',
  '商标注册',
  '作品登记',
  '质押融资登记金额',
  '专利侵权立案',
  '假冒专利立案',
  '商标违法立案',
  '法院受理',
  '法院审结',
  '海关扣留批次',
  '维权援助',
  '培训人次',
  '代理机构',
  '执业代理师',
  '示范企业',
  '优势企业',
  '专利奖',
  '标准必要专利',
] as const;

/** One table a chapter and, last, a hundred rows in groups for the appendix. */
export function sampleTables(): Element[] {
  const grants = table({
    id: 'tab-districts',
    number: '表1-1',
    caption: '2022年各区专利授权',
    unit: '件',
    head: ['区', '发明', '实用新型', '外观设计', '合计'],
    columns: '3 2 2 2 2',
    rows: [
      ...districts.map((name, index) =>
        row(name, [
          String(1204 - index * 91),
          String(6120 - index * 413),
          String(2010 - index * 187),
          String(9334 - index * 691),
        ]),
      ),
      row('全市', ['5274', '25143', '8025', '38442'], 'total'),
    ],
  });
  const finance = table({
    id: 'tab-finance',
    number: '表2-1',
    caption: '知识产权金融主要指标',
    head: ['指标', '单位', '2021年', '2022年', '增幅（%）'],
    columns: '5 2 2 2 2',
    rows: [
      ['质押融资登记金额', '亿元', '25.16', '27.83', '10.61'],
      ['质押贷款余额', '亿元', '7.82', '16.63', '112.66'],
      ['累计放贷金额', '亿元', '7.79', '16.78', '115.40'],
      ['累计放贷户数', '户', '118', '247', '109.32'],
    ].map(([label, unit, ...values]) =>
      h('tr', [h('th', { scope: 'row' }, label), h('td', unit), ...values.map(number)]),
    ),
  });
  const courts = table({
    id: 'tab-courts',
    number: '表3-1',
    caption: '2022年法院受理和审结知识产权案件',
    unit: '件',
    head: ['类别', '受理', '审结', '结案率（%）'],
    columns: '4 2 2 2',
    rows: [
      row('民事', ['5210', '4861', '93.30']),
      row('刑事', ['221', '209', '94.57']),
      row('行政', ['26', '24', '92.31']),
      row('合计', ['5457', '5094', '93.35'], 'total'),
    ],
  });
  const groups = ['创造', '运用', '保护', '管理', '服务'].flatMap((group, place) => [
    h('tr', { dataPart: 'group' }, h('th', { scope: 'rowgroup', colSpan: 5 }, group)),
    ...indicators.map((name, index) => {
      const value = 120 + place * 1711 + index * 329;
      return h('tr', [
        h(
          'th',
          { scope: 'row' },
          index % 7 === 3 ? `${name}（含集体商标、证明商标以及当年续展的地理标志商标）` : name,
        ),
        h('td', index === 5 ? '亿元' : '件'),
        number(String(value)),
        number(String(value + 97)),
        index % 9 === 8
          ? h('td', { dataAlign: 'number' }, '数据暂缺')
          : number(((9700 / value) % 60).toFixed(2)),
      ]);
    }),
  ]);
  const appendix = table({
    id: 'tab-all',
    number: '附表1',
    caption: '2021—2022年知识产权主要指标',
    head: ['指标', '单位', '2021年', '2022年', '增幅（%）'],
    columns: '6 1.5 2 2 2',
    rows: groups,
  });
  return [grants, finance, courts, appendix];
}
