import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { sampleTables } from './sample-tables.ts';

/** A printed figure; equal values share a key. */
export function figure(value: string, printed = value): Element {
  return h('data', { value, dataFigure: `sample/2022/value-${value}` }, printed);
}

export function note(): Element {
  return h('section', { dataPart: 'front', id: 'note' }, [
    h('h1', '编写说明'),
    h(
      'p',
      '本白皮书反映2022年全市知识产权创造、运用、保护、管理和服务的基本情况。数据来自市知识产权局、市中级人民法院、市人民检察院、示例海关等部门，统计时段为2022年1月1日至12月31日；时点数为2022年末数。',
    ),
    h(
      'p',
      '增幅、占比和每万人口拥有量由原始数据计算，标“测算”；来源直接公布的，标“公布”。各分项之和与总数不等的，是四舍五入所致，未作机械调整。',
    ),
    h('p', '本书为样例，依据公开资料编制，不代表任何机关的意见。'),
  ]);
}

export function foreword(): Element {
  return h('section', { dataPart: 'front', id: 'foreword' }, [
    h('h1', '前言'),
    h('p', [
      '2022年，全市获得专利授权',
      figure('38442'),
      '件，其中发明专利',
      figure('5274'),
      '件；每万人口高价值发明专利拥有量达到',
      figure('20.8'),
      '件。知识产权质押融资登记金额',
      figure('27.83'),
      '亿元，惠及中小微企业221家。',
    ]),
    h(
      'p',
      '这一年，知识产权强市建设示范工作启动，行政裁决与司法保护的衔接更加紧密，专利转化的渠道进一步拓宽。与此同时，海外布局仍显薄弱，代理服务的质量参差不齐，部分指标的进度慢于时间进度。',
    ),
    h('p', '本书按创造、运用、保护三个方面记述，末附数据表和指标解释，供社会各界查阅。'),
  ]);
}

function keyFigure(
  part: 'card' | 'key-figure',
  label: string,
  value: string,
  unit: string,
  compare?: string,
): Element {
  return h('div', { dataPart: part }, [
    h('p', { dataPart: 'label' }, label),
    h('p', { dataPart: 'value' }, [figure(value), h('span', { dataPart: 'unit' }, unit)]),
    ...(compare === undefined ? [] : [h('p', { dataPart: 'compare' }, compare)]),
    h('p', { dataPart: 'cite' }, '来源［1］'),
  ]);
}

export function highlights(): Element {
  const group = (title: string, cards: readonly Element[]): Element =>
    h('div', { dataPart: 'card-group' }, [
      h('p', { dataPart: 'group-title' }, title),
      h('div', { dataPart: 'cards' }, [...cards]),
    ]);
  return h('section', { dataPart: 'highlights', id: 'highlights' }, [
    h('h1', '数说2022'),
    group('创造', [
      keyFigure('card', '专利授权', '38442', '件', '比上年增长9.4%（测算）'),
      keyFigure('card', '每万人口高价值发明专利拥有量', '20.8', '件', '比上年增长20.93%（公布）'),
      keyFigure('card', '商标注册', '49815', '件'),
      keyFigure('card', '版权登记', '56001', '件', '比上年增长82.31%（公布）'),
    ]),
    group('运用', [
      keyFigure('card', '知识产权质押融资登记金额', '27.83', '亿元', '比上年增长10.61%（测算）'),
      keyFigure('card', '技术合同成交额', '134.21', '亿元', '占全省46.36%（公布）'),
    ]),
    group('保护', [
      keyFigure('card', '行政执法立案', '1846', '件'),
      keyFigure('card', '法院审结知识产权案件', '5094', '件', '结案率93.35%（测算）'),
    ]),
    group('服务', [
      keyFigure('card', '维权工作站服务企业', '1990', '家'),
      keyFigure('card', '专利代理机构', '58', '家'),
    ]),
    h('p', ['增长最快的是版权登记，比上年增长82.31%，达到', figure('56001'), '件。']),
    h('p', '进度慢于目标的是知识产权使用费进出口额，完成规划增量的6.6%。'),
    h('p', '今年首次公布的是专利开放许可，共有12家单位声明开放许可专利230件。'),
  ]);
}

const prose = {
  creation:
    '全市围绕电子信息、机械装备、生物医药等产业，实施高价值专利培育计划，支持企业、高校和科研院所联合组建25个高价值专利组合，形成一批关键核心技术专利。专利审查与产业发展的衔接更加紧密，快速预审服务覆盖新材料和高端装备两个领域，发明专利授权周期明显缩短。',
  utilization:
    '银行、保险、担保机构共同参与的质押融资风险分担机制进一步完善，政府风险补偿资金池规模扩大，贷款贴息、保费补贴随申随审。专利技术在中小企业落地的“最后一公里”逐步打通，高校和国有企业的存量专利完成首轮盘点，按转化可能性分层入库。',
  protection:
    '行政机关全年开展“铁拳”“蓝天”“龙腾”等专项行动，重点整治商标恶意注册、假冒专利和侵权假冒商品跨境流动。法院、检察院、公安机关与行政机关签署协作备忘录，证据互认、线索互移和联合调解成为常态，权利人维权周期和成本有所下降。',
} as const;

interface ChapterContent {
  readonly id: keyof typeof prose;
  readonly number: string;
  readonly title: string;
  readonly lead: string;
  readonly chart: readonly [id: string, message: string, number: string, caption: string, unit: string];
  readonly figures: readonly (readonly [label: string, value: string, unit: string])[];
  readonly sections: readonly string[];
}

const contents: readonly ChapterContent[] = [
  {
    id: 'creation',
    number: '一、',
    title: '知识产权创造',
    lead: '专利授权总量稳中有升，高价值发明专利拥有量继续居全省首位。商标、版权、地理标志的数量与质量同步提高。',
    chart: [
      'patent-grants',
      '授权专利中三分之二是实用新型，发明专利占13.7%',
      '图1-1',
      '2022年专利授权的构成',
      '（单位：件）',
    ],
    figures: [
      ['专利授权', '38442', '件'],
      ['发明专利有效量', '23916', '件'],
      ['PCT国际专利申请', '412', '件'],
    ],
    sections: ['专利', '商标', '版权和地理标志'],
  },
  {
    id: 'utilization',
    number: '二、',
    title: '知识产权运用',
    lead: '质押融资登记金额四年增长两倍多，专利转化专项计划完成首年任务。',
    chart: [
      'pledge-trend',
      '质押融资登记金额在2021年跃升之后继续增长',
      '图2-1',
      '2019—2022年知识产权质押融资登记金额',
      '（单位：亿元）',
    ],
    figures: [
      ['质押融资登记金额', '27.83', '亿元'],
      ['技术合同成交额', '134.21', '亿元'],
      ['专利保险投保企业', '32', '家'],
    ],
    sections: ['知识产权金融', '专利转化', '产业运营'],
  },
  {
    id: 'protection',
    number: '三、',
    title: '知识产权保护',
    lead: '行政立案1846件，法院审结5094件。三分之二的民事案件以调解或者撤诉方式结案。',
    chart: [
      'cases-filed',
      '假冒专利占行政执法立案的三分之二',
      '图3-1',
      '2022年行政执法立案的构成',
      '（单位：件）',
    ],
    figures: [
      ['行政执法立案', '1846', '件'],
      ['法院审结', '5094', '件'],
      ['海关扣留侵权货物', '530', '万件'],
    ],
    sections: ['行政保护', '司法保护', '协同保护'],
  },
];

const tables = sampleTables();

export function chapters(): Element[] {
  return contents.map((content, index) =>
    h('section', { dataPart: 'chapter', id: content.id, dataRunning: `${content.number}${content.title}` }, [
      h('h1', [h('span', { dataPart: 'number' }, content.number), content.title]),
      h('p', { dataPart: 'lead' }, content.lead),
      h(
        'div',
        { dataPart: 'key-figures' },
        content.figures.map((row) => keyFigure('key-figure', ...row, '比上年增长9.4%（测算）')),
      ),
      ...content.sections.flatMap((title, place) => section(content, title, place, tables[index]!)),
    ]),
  );
}

function section(content: ChapterContent, title: string, place: number, table: Element): ElementContent[] {
  const number = ['（一）', '（二）', '（三）'][place]!;
  const heading = h('h2', { id: `${content.id}-${place + 1}` }, [
    h('span', { dataPart: 'number' }, number),
    title,
  ]);
  const paragraphs = [
    h('p', [
      '全年',
      title,
      '工作取得新进展，相关事项办结',
      figure(String(1204 + place * 377)),
      '件，比上年增长9.4%。',
      prose[content.id],
    ]),
    h('p', { dataPart: 'run-in' }, [h('strong', '一是健全制度。'), prose[content.id]]),
    h('p', { dataPart: 'run-in' }, [h('strong', '二是突出重点。'), prose[content.id]]),
  ];
  if (place === 0)
    return [
      heading,
      ...paragraphs,
      chart(content),
      h('p', prose[content.id]),
      h('h3', { id: `${content.id}-trade` }, [h('span', { dataPart: 'number' }, '1. '), '重点领域']),
      h('p', prose[content.id]),
      table,
    ];
  if (place === 1) return [heading, ...paragraphs, callout(), entries()];
  return [
    heading,
    ...paragraphs,
    h('ul', [
      h('li', '建立重点企业联系制度，逐户走访，记录诉求和办理结果。'),
      h('li', ['完善数据共享，部门间交换信息', figure('2310'), '条。']),
      h('li', '开展培训32场，参训人员5200人次。'),
    ]),
    h('p', prose[content.id]),
  ];
}

function chart(content: ChapterContent): Element {
  const [id, message, number, caption, unit] = content.chart;
  return h('figure', { dataPart: 'chart', id: `fig-${id}`, dataChart: id }, [
    h('figcaption', [
      h('p', { dataPart: 'message' }, message),
      h('p', { dataPart: 'caption' }, [
        h('span', { dataPart: 'number' }, number),
        caption,
        h('span', { dataPart: 'unit' }, unit),
      ]),
    ]),
    h('p', { dataPart: 'note' }, '注：分项按授权公告日统计。'),
    h('p', { dataPart: 'source' }, '来源：市知识产权局［1］'),
  ]);
}

function callout(): Element {
  return h('aside', { dataPart: 'callout' }, [
    h('p', { dataPart: 'callout-title' }, '什么是高价值发明专利'),
    h(
      'p',
      '符合下列条件之一的有效发明专利：属于战略性新兴产业；在海外有同族专利权；维持年限超过10年；实现较高质押融资金额；获得国家科学技术奖或者中国专利奖。',
    ),
  ]);
}

function entries(): Element {
  const rows: readonly (readonly [string, string, string])[] = [
    ['1月18日', '出台知识产权强市建设示范工作方案', '明确四个方面26项任务，由22个部门分工落实。'],
    [
      '4月20日',
      '举办知识产权宣传周活动',
      '全市共组织活动32项，发布上一年度白皮书和十大典型案例，参与企业和公众逾万人次。',
    ],
    ['9月9日', '签署闽西南知识产权协同保护协议', '五市建立线索移送、证据互认和联合执法机制。'],
  ];
  return h(
    'div',
    { dataPart: 'entries' },
    rows.map(([date, title, detail]) =>
      h('div', { dataPart: 'entry' }, [
        h('p', { dataPart: 'entry-date' }, date),
        h('div', { dataPart: 'entry-body' }, [
          h('p', { dataPart: 'entry-title' }, title),
          h('p', { dataPart: 'entry-detail' }, detail),
        ]),
      ]),
    ),
  );
}

export function appendices(): Element[] {
  return [
    h('section', { dataPart: 'appendix', id: 'data', dataRunning: '附录一、数据表' }, [
      h('h1', [h('span', { dataPart: 'number' }, '附录一、'), '数据表']),
      h('p', '下表列出本书用到的全部指标。数据暂缺的，以文字注明，不以零代替。'),
      tables[3]!,
    ]),
    h('section', { dataPart: 'appendix', id: 'terms', dataRunning: '附录二、指标解释和来源' }, [
      h('h1', [h('span', { dataPart: 'number' }, '附录二、'), '指标解释和来源']),
      h('h2', { id: 'terms-1' }, [h('span', { dataPart: 'number' }, '（一）'), '指标解释']),
      h('dl', [
        h('dt', '每万人口高价值发明专利拥有量'),
        h('dd', '每万人口拥有的、符合高价值发明专利条件之一的有效发明专利件数。分母为上年末常住人口。'),
        h('dt', '知识产权质押融资登记金额'),
        h('dd', '当年在国家知识产权局办理专利权、商标权质押登记所担保的债权金额。'),
        h('dt', '结案率'),
        h('dd', '当年审结案件数与当年受理案件数之比。受理案件数含上年结转案件。'),
      ]),
      h('h2', { id: 'terms-2' }, [h('span', { dataPart: 'number' }, '（二）'), '来源']),
      h('ol', [
        h('li', '示例市知识产权局：《2022年知识产权发展与保护状况》，2023年4月。'),
        h('li', '示例市中级人民法院：《知识产权司法保护状况（2022）》，2023年4月。'),
      ]),
    ]),
  ];
}
