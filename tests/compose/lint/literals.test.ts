import { describe, expect, it } from 'vitest';
import { placeOf, runChanged, runProject } from '../../examine-project.ts';
import { projectRoot } from '../../project-copy.ts';
import { found, lint } from './lint-text.ts';

const invention = '{{figure "creation.patent.granted.invention"}}';

describe('a number typed into a text', () => {
  it.each([
    ['全年授权5274件。', 'LITERAL_NUMBER 52'],
    ['全年授权５２７４件。', 'LITERAL_NUMBER ５２'],
    [`发明专利${invention}，占13.7%。`, 'LITERAL_NUMBER 13'],
    ['同比增长三十%。', 'LITERAL_NUMBER 三十'],
    ['同比增长百分之三十。', 'LITERAL_NUMBER 百分'],
    ['自2022年起。', 'LITERAL_NUMBER 20'],
    [`第一段。\n\n第二段${invention}，\n第三行4件。`, 'LITERAL_NUMBER 4件'],
    ['\\{{x}}说3件', 'LITERAL_NUMBER 3件'],
  ])('is refused where it stands: %s', async (text, expected) => {
    expect(await found(text)).toEqual([expected]);
  });

  it('is reported once each, with line and column', async () => {
    const { all } = await lint(`授权${invention}、7件和8,025件。`);
    expect(all.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['LITERAL_NUMBER', 2, 6 + invention.length],
      ['LITERAL_NUMBER', 2, 9 + invention.length],
    ]);
  });

  it.each([
    `授权${invention}。`,
    '印发{{literal "厦府〔2022〕333号"}}文件，“{{literal "昆仑2022"}}”行动。',
    '“十四五”规划、“一带一路”、三检合一、“三合一”、“双随机、一公开”。',
    '一是健全机制。二是加强保护。',
    '第一章、第三层次、第二十三届、三种专利、十大案例、四个方面、两年合计。',
    '{{! 2022 }}无数字。',
    `{{note "按{{literal '2018年'}}和{{year}}两数重算。"}}无数字。`,
  ])('is not what is declared, named or counted in words: %s', async (text) => {
    expect(await found(text)).toEqual([]);
  });
});

describe('a literal', () => {
  it.each([
    '立案{{literal "1846件"}}。',
    '增长{{literal "82.31%"}}。',
    '金额{{literal "近27.83亿元"}}。',
    '提高{{literal "1.2个百分点"}}。',
    '服务{{literal "5万余家"}}。',
    '立案{{literal "1846"}}件。',
    '占{{literal "13.7"}}%。',
    '金额{{literal "27.83亿"}}元。',
  ])('is no place for a statistic: %s', async (text) => {
    expect(await found(text)).toEqual(['LITERAL_STATISTIC {{']);
  });

  it.each([
    '{{literal "2021全国民营企业发明专利500家"}}榜单。',
    '{{literal "500强"}}企业、{{literal "24小时"}}、{{literal "9月29日"}}、{{literal "2021年"}}。',
    '“{{literal "12330"}}”热线、“{{literal "361度"}}”、{{literal "3D"}}地图、“{{literal "1+N"}}”。',
    '第{{literal "23"}}次会议。',
  ])('is for dates, document numbers and names: %s', async (text) => {
    expect(await found(text)).toEqual([]);
  });
});

describe('a template', () => {
  const file = 'templates/sections/note.hbs';
  const heading = '<h1>{{t "title.note"}}</h1>';

  it.each([
    ['<p>共12项</p>', 'LITERAL_NUMBER', '12项'],
    ['<p>共{{year}}，１２项</p>', 'LITERAL_NUMBER', '１２'],
    ['<p>共&#50;项</p>', 'LITERAL_NUMBER', '&#50;'],
    ['<p>居全国首位。</p>', 'CLAIM_UNBOUND', '居全国'],
    ['<p>{{literal "12项"}}</p>', 'LITERAL_STATISTIC', '{{literal'],
    ['<p>{{literal "12"}}项</p>', 'LITERAL_STATISTIC', '{{literal'],
    ['<p>{{#if report.sample}}样例{{else}}3种{{/if}}</p>', 'LITERAL_NUMBER', '3种'],
  ])('prints no number and no claim of its own: %s', async (text, code, at) => {
    const { diagnostics, read } = await runChanged((copy) =>
      copy.edit(file, heading, `${heading}\n  ${text}`),
    );
    const lint = diagnostics.filter(({ code }) => /^(LITERAL|CLAIM)_/.test(code));
    expect(lint.map((found) => [found.code, found.file, `${found.line!}:${found.column!}`])).toEqual([
      [code, file, placeOf(read(file), at)],
    ]);
  });

  it('may have numbers in tags, comments and arguments', async () => {
    const text =
      '<!-- 12项 -->{{!-- 3 --}}<p data-part="{{concat "note" ""}}">{{literal "2022年"}}&nbsp;{{year "2021"}}</p>';
    const { diagnostics } = await runChanged((copy) => copy.edit(file, heading, `${heading}\n  ${text}`));
    expect(diagnostics.filter(({ code }) => /LITERAL|CLAIM/.test(code))).toEqual([]);
  });
});

it('the texts, charts and templates of every report are free of both', async () => {
  for (const [region, period] of [
    ['xiamen', '2022'],
    ['xiamen', '2017'],
    ['xiamen', '2022-2025'],
    ['quanzhou', '2021'],
    ['ningbo', '2020'],
  ]) {
    const { diagnostics } = await runProject(projectRoot, { region: region!, period: period! });
    expect(diagnostics.filter(({ code }) => /^(LITERAL|CLAIM)_/.test(code))).toEqual([]);
  }
}, 60_000);
