import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { ReportDocument } from '../../src/document/document.ts';
import type { Figure } from '../../src/derive/figure.ts';
import { barDrawing, columnDrawing, motifDrawing } from './sample-drawings.ts';
import { appendices, chapters, foreword, highlights, note } from './sample-sections.ts';

const drawings = {
  motif: motifDrawing([0.42, 0.98, 0.55, 0.3, 0.72, 0.88, 0.35, 0.64, 0.5, 0.8]),
  'patent-grants': barDrawing(
    'patent-grants',
    [
      ['实用新型', 25143, '件'],
      ['外观设计', 8025, '件'],
      ['发明专利', 5274, '件'],
    ],
    '横条图：2022年专利授权，实用新型25143件、外观设计8025件、发明专利5274件。',
  ),
  'pledge-trend': columnDrawing(
    'pledge-trend',
    [
      ['2019年', 8.12, '亿元'],
      ['2020年', 14.6, '亿元'],
      ['2021年', 25.16, '亿元'],
      ['2022年', 27.83, '亿元'],
    ],
    '柱形图：知识产权质押融资登记金额由2019年的8.12亿元增至2022年的27.83亿元。',
  ),
  'cases-filed': barDrawing(
    'cases-filed',
    [
      ['假冒专利', 1242, '件'],
      ['专利侵权', 341, '件'],
      ['商标', 262, '件'],
      ['地理标志', 1, '件'],
    ],
    '横条图：2022年行政执法立案，假冒专利1242件、专利侵权341件、商标262件、地理标志1件。',
  ),
};

/** A report of some twenty pages with every part of the vocabulary; figures of a real kind, not a real report. */
export function sampleDocument(changes: { readonly tree?: Root } = {}): ReportDocument {
  const tree = changes.tree ?? sampleTree();
  return {
    meta: {
      region: 'sample',
      regionName: '示例市',
      period: '2022',
      place: { file: 'data/sample/2022.yaml', line: 1, column: 1 },
      title: '示例市2022年知识产权白皮书',
      subject: '2022年知识产权创造、运用、保护、管理和服务的基本情况',
      issuer: '示例市知识产权局',
      keywords: ['知识产权', '白皮书', '示例市', '2022'],
      date: '2023-04-26',
      language: 'zh-CN',
      sample: true,
    },
    tree,
    drawings,
    figures: figuresIn(tree),
    notes: notesOf(figuresIn(tree)),
    words: sampleWords,
  };
}

function sampleTree(): Root {
  const body = [highlights(), ...chapters(), ...appendices()];
  const front = [note(), foreword()];
  return h(null, cover(), note(), contents([...front, ...body]), foreword(), ...body, colophon());
}

function cover(): Element {
  return h('section', { dataPart: 'cover' }, [
    h('p', { dataPart: 'mark' }, '样例'),
    h('p', { dataPart: 'region' }, '示例市'),
    h('h1', { dataPart: 'title' }, [h('time', { dateTime: '2022' }, '2022年'), '知识产权白皮书']),
    h('p', { dataPart: 'subtitle' }, '创造 · 运用 · 保护 · 管理 · 服务'),
    h('figure', { dataPart: 'motif', dataChart: 'motif' }),
    h('p', { dataPart: 'issuer' }, '示例市知识产权局'),
    h('p', { dataPart: 'date' }, '2023年4月'),
    h('p', { dataPart: 'note' }, '样例，依据公开资料编制，不是正式发布的文件。'),
  ]);
}

function contents(sections: readonly Element[]): Element {
  const entry = (heading: Element, id: string, nested: readonly Element[]): Element =>
    h('li', [
      h('a', { href: `#${id}` }, [
        h('span', { dataPart: 'entry' }, structuredClone(heading.children)),
        h('span', { dataPart: 'page' }),
      ]),
      ...(nested.length > 0 ? [h('ol', [...nested])] : []),
    ]);
  const items = sections.map((section) => {
    const children = section.children.filter((child) => child.type === 'element');
    const nested = children
      .filter((child) => child.tagName === 'h2')
      .map((child) => entry(child, String(child.properties.id), []));
    return entry(children[0]!, String(section.properties.id), nested);
  });
  return h('nav', { dataPart: 'contents', id: 'contents' }, [h('h1', '目录'), h('ol', items)]);
}

function colophon(): Element {
  return h('section', { dataPart: 'colophon' }, [
    h('p', '本书由示例市知识产权局编制，数据截至2022年12月31日；另有说明的，以表下注为准。'),
    h('p', '转载、引用请注明出处。文字和图表采用知识共享署名4.0国际许可协议。'),
    h('dl', [
      h('dt', '编制'),
      h('dd', '示例市知识产权局规划发展处'),
      h('dt', '联系'),
      h('dd', '示例市湖滨北路1号　0000-12330'),
      h('dt', '发布'),
      h('dd', h('time', { dateTime: '2023-04-26' }, '2023年4月26日')),
    ]),
  ]);
}

function figuresIn(tree: Root): Record<string, Figure> {
  const figures: Record<string, Figure> = {};
  const walk = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'data') {
        const key = String(child.properties.dataFigure);
        figures[key] = sampleFigure(key, String(child.properties.value));
      }
      walk(child);
    }
  };
  walk(tree);
  return figures;
}

function notesOf(figures: Record<string, Figure>): ReportDocument['notes'] {
  const entries = Object.entries(figures).map(([key, { name, unit }]) => {
    const sources = [{ id: 'digest', number: '[1]' }];
    const summary = `${name}；2022年；单位：${unit}；资料来源：[1]`;
    return [key, { name, time: '2022年', standing: '', sources, summary }] as const;
  });
  return Object.fromEntries(entries);
}

const sampleWords: ReportDocument['words'] = {
  'screen.skip': '跳到正文',
  'screen.contents': '目录',
  'screen.data': '显示数据',
  'screen.data_of': '显示数据：{caption}',
  'screen.item': '项目',
  'screen.series': '类别',
  'screen.time': '时间',
  'screen.value': '数值',
  'screen.source': '来源',
};

function sampleFigure(key: string, value: string): Figure {
  return {
    key,
    indicator: key.split('/')[2] ?? key,
    region: 'sample',
    period: '2022',
    value,
    unit: '件',
    kind: 'flow',
    status: 'final',
    name: key,
    provenance: { source: 'digest' },
    writtenIn: '2022',
    place: { file: 'data/sample/2022.yaml', line: 1, column: 1 },
  };
}
