import { describe, expect, it } from 'vitest';
import { found, lint, type Changes } from './lint-text.ts';

const yoy = 'creation.copyright.registrations.yoy';
const fell: Changes = { [`xiamen/2022/${yoy}`]: { value: '-3.20' } };
const still: Changes = { [`xiamen/2022/${yoy}`]: { value: '0.00' } };

describe('the direction of a change', () => {
  it.each([
    [`版权登记同比增长{{figure "${yoy}"}}。`, fell],
    [`版权登记增长了{{figure "${yoy}"}}。`, fell],
    [`版权登记同比上升近{{growth "creation.copyright.registrations" form="value"}}。`, fell],
    [`版权登记同比下降{{figure "${yoy}"}}。`, {}],
    [`版权登记同比减少{{figure "${yoy}"}}。`, {}],
    // Its sign is printed, and says it again.
    [`版权登记同比下降{{figure "${yoy}"}}。`, fell],
    [`版权登记同比增长{{figure "${yoy}"}}。`, still],
    [`两项分别增长{{figure "utilization.pledge.loans.balance.yoy"}}和{{figure "${yoy}"}}。`, fell],
  ])('is that of the data: %s', async (text, changes) => {
    expect(await found(text, changes)).toEqual(['CLAIM_DIRECTION {{']);
  });

  it('of a list is checked figure by figure, where each stands', async () => {
    const text = `分别增长{{figure "utilization.pledge.loans.balance.yoy"}}、{{figure "${yoy}"}}。`;
    const { all } = await lint(text, fell);
    expect(all.map(({ line, column }) => [line, column])).toEqual([[2, text.lastIndexOf('{{') + 3]]);
  });

  it.each([
    [`版权登记同比增长{{figure "${yoy}"}}。`, {}],
    [`版权登记{{growth "creation.copyright.registrations"}}。`, fell],
    [`同比增幅为{{figure "${yoy}"}}。`, fell],
    [`负增长{{figure "${yoy}"}}。`, fell],
    ['提高到{{figure "creation.patent.granted.invention"}}。', {}],
    ['减少{{figure "creation.patent.granted.invention"}}。', {}],
    [`质押下降。版权登记为{{figure "${yoy}"}}。`, {}],
  ])('may be left to the data: %s', async (text, changes) => {
    expect(await found(text, changes)).toEqual([]);
  });

  const before = 'utilization.pledge.amount" period="2021';
  it.each([
    [`由{{figure "${before}"}}提高到{{figure "utilization.pledge.amount"}}。`, []],
    [`由{{figure "${before}"}}下降到{{figure "utilization.pledge.amount"}}。`, ['CLAIM_DIRECTION {{']],
    [`从{{figure "utilization.pledge.amount"}}增至{{figure "${before}"}}。`, ['CLAIM_DIRECTION {{']],
    [`从{{figure "utilization.pledge.amount"}}，增至{{figure "${before}"}}。`, []],
  ])('from one figure to another is that of the two: %s', async (text, expected) => {
    expect(await found(text)).toEqual(expected);
  });
});

describe('the change of a percentage', () => {
  const rate = 'protection.court.mediated_or_withdrawn.rate';
  const points: Changes = {
    [`xiamen/2022/${rate}.yoy`]: { like: `xiamen/2022/${yoy}`, value: '1.20', unit: '个百分点' },
  };
  const inPerCent: Changes = {
    [`xiamen/2022/${rate}.yoy`]: { like: `xiamen/2022/${yoy}`, value: '1.20', unit: '%' },
  };
  it.each([
    [`调撤率增长{{figure "${rate}.yoy"}}。`, points],
    [`调撤率提高{{figure "${rate}.yoy"}}。`, inPerCent],
    [`调撤率增长{{figure "${rate}.yoy"}}。`, inPerCent],
    [`调撤率{{growth "${rate}"}}。`, points],
  ])('is told in percentage points: %s', async (text, changes) => {
    expect(await found(text, changes)).toEqual(['CLAIM_PERCENT_POINT {{']);
  });

  it.each([
    [`调撤率提高{{figure "${rate}.yoy"}}。`, points],
    [`调撤率同比增加{{figure "${rate}.yoy"}}。`, points],
    [`版权登记提高{{figure "${yoy}"}}。`, {}],
    [`调撤率提高到{{figure "${rate}"}}。`, {}],
  ])('may be: %s', async (text, changes) => {
    expect(await found(text, changes)).toEqual([]);
  });
});

describe('a unit typed behind a number', () => {
  it.each([
    ['质押{{figure "utilization.pledge.amount" unit=false}}万元。', 1],
    ['版权登记{{figure "creation.copyright.registrations" unit=false}}万件。', 1],
    [`增长{{figure "${yoy}" unit=false}}个百分点。`, 1],
    ['质押{{figure "utilization.pledge.amount" unit=false}}亿元。', 0],
    ['版权登记{{figure "creation.copyright.registrations" unit=false}}件。', 0],
    [`增长{{figure "${yoy}" unit=false}}%。`, 0],
    ['质押{{figure "utilization.pledge.amount"}}，万元起步。', 0],
  ])('is that of the figure: %s', async (text, faults) => {
    expect(await found(text)).toEqual(faults === 0 ? [] : ['CLAIM_UNIT {{']);
  });
});

describe('a decrease', () => {
  const times: Changes = { 'xiamen/2022/creation.copyright.registrations': { value: '2', unit: '倍' } };
  it.each([
    ['案件下降两倍。', {}, ['CLAIM_TIMES_DECREASE 下降', 'CLAIM_UNBOUND 两倍']],
    ['案件减少了{{claim "两倍" source="xiamen-2022-digest"}}。', {}, []],
    ['案件减少{{figure "creation.copyright.registrations"}}。', times, ['CLAIM_TIMES_DECREASE 减少']],
    [
      '案件降低{{figure "creation.copyright.registrations" unit=false}}倍。',
      times,
      ['CLAIM_TIMES_DECREASE 降低'],
    ],
    ['案件为上年的{{figure "creation.copyright.registrations"}}。', times, []],
    ['成本下降，效率成倍提高。', {}, []],
  ])('is not told in multiples: %s', async (text, changes, expected) => {
    expect(await found(text, changes)).toEqual(expected);
  });
});

describe('words that claim something', () => {
  it.each([
    ['专利授权与上年持平。', '持平'],
    ['专利授权与上年基本持平。', '基本'],
    ['五年翻一番。', '翻一'],
    ['五年翻了两番。', '翻了'],
    ['年内首次召开会议。', '首次'],
    ['在全省率先出台。', '率先'],
    ['为全国首个试点。', '首个'],
    ['办结全市首例案件。', '首例'],
    ['质押金额创历史新高。', '历史'],
    ['质押金额再创新高。', '创新'],
    ['连续三年增长。', '连续'],
    ['连续{{literal "11年"}}获评。', '连续'],
    ['总量居全省第一。', '居全'],
    ['总量全国第一。', '全国'],
    ['总量居全国地级市第一位。', '居全'],
    ['在同类城市中名列前茅。', '名列'],
    ['为我市历史上第一个试点。', '我市'],
    ['总量位居全省首位。', '居全'],
    ['总量居{{region}}首位。', '首位'],
    ['总量居全国前列。', '居全'],
    ['水平全国领先。', '全国'],
    ['名列第三位。', '第三'],
    ['为全省唯一试点。', '全省'],
    ['占比约三成。', '三成'],
    ['为上年的五倍。', '五倍'],
    ['近百家企业。', '近百'],
    ['数十件案件。', '数十'],
    ['立案五百件。', '五百'],
    ['十余家机构。', '十余'],
  ])('are refused where nothing stands behind them: %s', async (text, at) => {
    expect(await found(text)).toEqual([`CLAIM_UNBOUND ${at}`]);
  });

  it.each([
    '首批试点、首届大赛、首期项目、首部署、首个工作日、首创精神、首次公开募股。',
    '建设科技创新高地，推动创新高质量发展。',
    '把保护放在首位，首位度提升。',
    '持续推进，连续性，第一章、第一批、第三方、第一季度、十三五的第一年。',
    '《全国首个试点方案》和“率先行动”、“全省第一”标签。',
    '拟在全省率先建成。力争走在全国前列。目标是达到全国领先。',
    '统一成标准，建成三成员单位，千企千面，十大案例，两个月，百万级。',
    '处一倍以上五倍以下的惩罚性赔偿。',
    '居{{rank "creation.award.china_patent.rank_province"}}。',
    '{{growth "creation.copyright.registrations"}}，{{growth "utilization.pledge.amount"}}。',
    '领先一步的理念。翻阅番号。',
  ])('are not names, aims and ordinals: %s', async (text) => {
    expect(await found(text)).toEqual([]);
  });

  const years: Changes = {
    'xiamen/2022/creation.patent.granted.total.rank_province_years': {
      like: 'xiamen/2022/creation.patent.granted.invention',
      value: '11',
      unit: '年',
      name: '专利授权量连续居全省设区市首位年数',
    },
  };
  it('are bound by the figure that counts their years', async () => {
    const text = '连续{{figure "creation.patent.granted.total.rank_province_years"}}居全省首位。';
    expect(await found(text, years)).toEqual([]);
    const other = '连续{{figure "creation.patent.granted.invention"}}居全省首位。';
    expect(await found(other)).toEqual(['CLAIM_UNBOUND 居全']);
  });
});

describe('{{claim}}', () => {
  const id = 'creation.trademark.in_force';
  const inYears = (values: Readonly<Record<string, string>>): Changes =>
    Object.fromEntries(
      Object.entries(values).map(([year, value]) => [
        `xiamen/${year}/${id}`,
        { like: `xiamen/2022/${id}`, value },
      ]),
    );

  it.each([
    ['持平', { '2021': '100', '2022': '100' }, true],
    ['持平', { '2021': '100', '2022': '101' }, false],
    ['基本持平', { '2021': '1000', '2022': '1001' }, true],
    ['基本持平', { '2021': '1000', '2022': '1000' }, false],
    ['基本持平', { '2021': '1000', '2022': '1100' }, false],
    ['翻番', { '2021': '100', '2022': '200' }, true],
    ['翻一番', { '2021': '100', '2022': '199' }, false],
    ['翻了两番', { '2021': '100', '2022': '400' }, true],
    ['翻两番', { '2021': '100', '2022': '399' }, false],
    ['增长', { '2021': '100', '2022': '101' }, true],
    ['增长', { '2021': '100', '2022': '100' }, false],
    ['下降', { '2021': '100', '2022': '99' }, true],
    ['下降', { '2021': '100', '2022': '101' }, false],
    ['创历史新高', { '2020': '90', '2021': '100', '2022': '101' }, true],
    ['新高', { '2020': '110', '2021': '100', '2022': '101' }, false],
    ['新高', { '2020': '101', '2021': '100', '2022': '101' }, false],
    ['历史新低', { '2020': '101', '2021': '100', '2022': '99' }, true],
  ])('%s over %o is printed only where it is so', async (words, values, holds) => {
    const { all, html } = await lint(`{{claim "${words}" "${id}"}}`, inYears(values));
    expect(all.map(({ code, line, column }) => [code, line, column])).toEqual(
      holds ? [] : [['CLAIM_FALSE', 2, 3]],
    );
    expect(html.trim()).toBe(holds ? words : '');
  });

  it('compares with the period it names', async () => {
    const values = inYears({ '2020': '100', '2021': '90', '2022': '100' });
    expect(await found(`{{claim "持平" "${id}" period="2020"}}`, values)).toEqual([]);
    expect(await found(`{{claim "持平" "${id}"}}`, values)).toEqual(['CLAIM_FALSE {{']);
  });

  it('takes the sign of a stated growth', async () => {
    expect(await found('{{claim "增长" "creation.copyright.registrations"}}')).toEqual([]);
    expect(await found('{{claim "增长" "creation.copyright.registrations"}}', fell)).toEqual([
      'CLAIM_FALSE {{',
    ]);
  });

  it.each([
    ['{{claim "居首位" "creation.award.china_patent.rank_province"}}', []],
    ['{{claim "居首位" "creation.patent.granted.invention"}}', ['CLAIM_FALSE {{']],
    ['{{claim "持平" "creation.patent.granted.invention"}}', ['FIGURE_NOT_COMPUTABLE {{']],
    ['{{claim "新高" "utilization.pledge.amount"}}', ['FIGURE_NOT_COMPUTABLE {{']],
    ['{{claim "率先" source="xiamen-2022-digest"}}', []],
    ['{{claim "率先" source="ningbo-report-2021"}}', ['SOURCE_UNKNOWN {{']],
    ['{{claim "率先"}}', ['CLAIM_UNBOUND {{']],
    ['{{claim "率先" "creation.patent.granted.invention"}}', ['CLAIM_UNBOUND {{']],
    ['{{claim "持平" source="xiamen-2022-digest"}}', ['CLAIM_UNBOUND {{']],
    ['{{claim "持平" "creation.no.such"}}', ['INDICATOR_UNKNOWN {{']],
    ['{{claim "很好" source="xiamen-2022-digest"}}', ['VALUE_INVALID {{']],
    ['{{claim "率先" sorce="xiamen-2022-digest"}}', ['KEY_UNKNOWN {{']],
    ['{{claim "首次办理1846件" source="xiamen-2022-digest"}}', ['LITERAL_NUMBER {{']],
    ['发布{{claim "数十篇" source="xiamen-2022-digest"}}。', []],
  ])('%s', async (text, expected) => {
    expect(await found(text)).toEqual(expected);
  });
});

describe('the words of time around a figure', () => {
  const flow = '{{figure "creation.patent.granted.invention"}}';
  const stock = '{{figure "creation.trademark.in_force"}}';
  const cumulative = '{{figure "creation.portfolio.high_value"}}';
  it.each([
    [`截至年底，发明专利累计${flow}。`, ['error']],
    [`发明专利授权累计${flow}。`, ['warning']],
    [`年末发明专利授权${flow}。`, ['error']],
    [`{{year}}末发明专利授权${flow}。`, ['error']],
    [`全年有效注册商标${stock}。`, ['error']],
    [`当年培育项目${cumulative}。`, ['error']],
  ])('fit its kind: %s', async (text, severities) => {
    const { all } = await lint(text);
    expect(all.map(({ code }) => code)).toEqual(severities.map(() => 'CLAIM_KIND'));
    expect(all.map(({ severity }) => severity)).toEqual(severities);
    expect(await found(text)).toEqual(['CLAIM_KIND {{']);
  });

  it.each([
    `全年授权${flow}，有效注册商标${stock}。`,
    `全年累计授权${flow}。`,
    `{{year}}累计授权${flow}。`,
    `年末有效注册商标${stock}，全年授权${flow}。`,
    `截至年末，累计培育${cumulative}，当年授权${flow}。`,
    `自八月至年末授权${flow}。`,
    `年末新增授权${flow}。`,
    `累计培育${cumulative}。`,
    '三年累计授权{{figure "creation.patent.granted.invention" period="2017"}}，年底前完成。',
  ])('may be: %s', async (text) => {
    const { all } = await lint(text);
    expect(all.filter(({ code }) => code === 'CLAIM_KIND')).toEqual([]);
  });
});

describe('a planned figure', () => {
  const planned = '{{figure "publicity.ip_week.activities" period="2023" status="planned"}}';
  it.each([
    `全年举办活动${planned}。`,
    `计划已经印发。全年举办活动${planned}。`,
    `计划已经印发；全年举办活动${planned}，效果良好。`,
  ])('is not told as done: %s', async (text) => {
    expect(await found(text)).toEqual(['CLAIM_PLANNED {{']);
  });

  it.each([
    `计划举办活动${planned}。`,
    `活动${planned}，均为计划安排。`,
    `拟在{{literal "2023年"}}举办，共${planned}；效果待评。`,
    '全年授权{{figure "creation.patent.granted.invention"}}。',
  ])('may say so anywhere in its sentence: %s', async (text) => {
    expect(await found(text)).toEqual([]);
  });
});
