import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginAudit } from '../../src/audit/index.ts';
import { Diagnostics, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { ReportDocument } from '../../src/document/document.ts';
import { buildReport, composeReport, examineReport } from '../../src/pipeline.ts';
import { pack, unpack } from '../../src/render/docx/package/zip.ts';
import { tell } from '../../src/diagnostics/recorded.ts';
import { OwnEngines } from '../../src/make/engines.ts';
import { makeDocuments } from '../../src/make/make-documents.ts';
import { formatIds, type FormatId } from '../../src/render/formats.ts';
import { builtReports } from '../built-reports.ts';
import { quietRun, request } from '../examine-project.ts';
import { copyProject, projectRoot } from '../project-copy.ts';
import { sampleDocument } from '../render/sample-document.ts';

const patents = 'xiamen/2022/creation.patent.granted.invention';

let out: string;
let engines: OwnEngines;
let document: ReportDocument;
const files = new Map<FormatId, Uint8Array>();

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'whitepaper-audit-'));
  engines = new OwnEngines(quietRun(projectRoot).host);
  document = await compose(projectRoot);
  const built = await builtReports('whitepaper');
  expect(built.problems).toEqual([]);
  for (const format of formatIds) files.set(format, await built.read('xiamen-2022', format));
});

afterAll(async () => {
  await engines.close();
  await rm(out, { recursive: true, force: true });
});

async function compose(root: string): Promise<ReportDocument> {
  const run = quietRun(root);
  return composeReport(await examineReport(request, run), run);
}

const ofAudit = (all: readonly Diagnostic[]): Diagnostic[] =>
  all.filter(({ code }) => code.startsWith('AUDIT_'));

async function found(format: FormatId, bytes: Uint8Array, against = document): Promise<string[]> {
  const diagnostics = new Diagnostics('en');
  const audit = beginAudit(against, [format], diagnostics);
  audit.take(format, { bytes });
  await audit.finish();
  return diagnostics.all.map(({ code, message }) => `${code} ${message}`);
}

/** Change text parts of the DOCX; each `from` must be there. */
function damagedDocx(edits: readonly (readonly [part: string, from: string, to: string])[]): Uint8Array {
  const parts = unpack(files.get('docx')!);
  for (const [name, from, to] of edits) parts.set(name, replaced(String(parts.get(name)), from, to));
  return pack(parts);
}

function damagedHtml(from: string, to: string): Uint8Array {
  return new TextEncoder().encode(replaced(new TextDecoder().decode(files.get('html')), from, to));
}

function replaced(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

const body = 'word/document.xml';

/** The chart part and the workbook of a chart, found by its numbers. */
function chartPart(value: string): string {
  for (const [name, part] of unpack(files.get('docx')!))
    if (name.startsWith('word/charts/chart') && String(part).includes(`<c:v>${value}</c:v>`)) return name;
  throw new Error(`no chart with ${value}`);
}

describe('a report as it is built', () => {
  it('passes as Word saves it: runs split, tables of contents updated, changes tracked', async () => {
    const bytes = damagedDocx([
      [body, '>5274件<', '>52</w:t></w:r><w:proofErr/><w:r><w:t>74件<'],
      [
        body,
        '>20.8件</w:t></w:r>',
        '>20.8件</w:t></w:r><w:del><w:r><w:delText>99件</w:delText></w:r></w:del>',
      ],
    ]);
    expect(await found('docx', bytes)).toEqual([]);
  });
});

describe('what renderers do in their own way', () => {
  it('is no difference: markers, breaks, ligatures, emphasis, notes, signs of all kinds', async () => {
    const sample = sampleDocument();
    const document = { ...sample, tree: structuredClone(sample.tree) };
    const long =
      '每万人口高价值发明专利拥有量20.8件，比上年增长3.60个百分点，efficient office fluffier Wi-Fi 5G，';
    const items = [
      '第１２项',
      '①②〇㎡℃',
      'a\u00ADb\u00A0c',
      '2022—2025年，9～22个月',
      '−3.2%；±5',
      'e\u0301',
    ];
    firstChapter(document).children.push(
      h('p', long.repeat(6)),
      h(
        'ul',
        items.map((item) => h('li', [item, h('em', '着重'), h('strong', '12件')])),
      ),
      h(
        'ol',
        items.map((item) => h('li', [h('p', item), h('ol', [h('li', '内层'), h('li', '二层 3.5%')])])),
      ),
      h('p', [
        '第一行',
        h('br'),
        '2022年',
        h('sup', '1'),
        '与 https://example.org/a-very-long-address/2022/12/31',
      ]),
    );
    const run = quietRun(projectRoot);
    const { inputs } = await examineReport(request, run);
    const job = { document, theme: inputs.theme, keeps: true, audits: true };
    for (const { file, problems } of (await makeDocuments(formatIds, job, { ...run, engines })).values()) {
      expect(file).toBeDefined();
      tell(problems, run.diagnostics);
    }
    expect(ofAudit(run.diagnostics.all)).toEqual([]);
  });
});

describe('damage in a DOCX', () => {
  it.each<[string, readonly (readonly [string, string, string])[], RegExp[]]>([
    [
      'a figure deleted',
      [[body, '>5274件<', '><']],
      [new RegExp(`AUDIT_MISSING .*paragraph \\d+ under .*${patents}.*5274件`)],
    ],
    [
      'a digit changed',
      [[body, '>5274件<', '>5284件<']],
      [new RegExp(`AUDIT_CHANGED .*${patents}.*5274件 and is 5284件`)],
    ],
    [
      'two figures swapped',
      [
        [body, '>2791件<', '>@<'],
        [body, '>326件<', '>2791件<'],
        [body, '>@<', '>326件<'],
      ],
      [/AUDIT_CHANGED .*2791件 and is 326件/, /AUDIT_CHANGED .*326件 and is 2791件/],
    ],
    ['a number typed', [[body, '考核验收均已', '考核验收99项均已']], [/AUDIT_EXTRA .*99项/]],
    [
      'a unit changed',
      [[body, '>27.83亿元<', '>27.83万元<']],
      [/AUDIT_CHANGED .*27.83亿元 and is 27.83万元/],
    ],
    [
      'a broken character',
      [[body, '考核验收均已', '考核验\uFFFD均已']],
      [/AUDIT_WORDS/, /AUDIT_GLYPH .*U\+FFFD/],
    ],
    ['a box', [[body, '考核验收均已', '考核验□均已']], [/AUDIT_WORDS/, /AUDIT_GLYPH .*U\+25A1/]],
    ['a Kangxi radical', [[body, '高价值专利组合', '⾼价值专利组合']], [/AUDIT_RADICAL .*⾼ \(U\+2FBC\)/]],
    [
      'a compatibility ideograph',
      [[body, '考核验收均已', '考核\uF90A验收均已']],
      [/AUDIT_WORDS/, /AUDIT_RADICAL .*U\+F90A/],
    ],
    ['words changed', [[body, '考核验收均已', '考核验收全部']], [/AUDIT_WORDS .*“均已” is “全部”/]],
    [
      'an empty page number',
      [[body, 'separate"/><w:t xml:space="preserve">iii<', 'separate"/><w:t xml:space="preserve"><']],
      [/AUDIT_FIELD_EMPTY .*前言/],
    ],
    [
      'a running head',
      [['word/header5.xml', '2022年', '2023年']],
      [/AUDIT_CHANGED .*header5.*2022年 and is 2023年/],
    ],
    [
      'a title in the properties',
      [['docProps/core.xml', '2022年', '2021年']],
      [/AUDIT_CHANGED .*properties.*2022年 and is 2021年/],
    ],
    [
      'an alternative text',
      [[body, '发明专利5274件；', '发明专利5275件；']],
      [/AUDIT_CHANGED .*alternative text.*patent-grants.*5274件 and is 5275件/],
    ],
  ])('%s is found and named', async (_, edits, due) => {
    const problems = await found('docx', damagedDocx(edits));
    for (const pattern of due) expect(problems).toContainEqual(expect.stringMatching(pattern));
    expect(problems).toHaveLength(due.length);
  });

  it('emptied contents are found once', async () => {
    const parts = unpack(files.get('docx')!);
    const xml = String(parts.get(body));
    parts.set(body, xml.replace(/(<w:sdtContent>).*?(<\/w:sdtContent>)/s, '$1<w:p/>$2'));
    expect(await found('docx', pack(parts))).toEqual([expect.stringContaining('AUDIT_CONTENTS_EMPTY')]);
  });

  it('a chart that draws another value, or prints another label, is found', async () => {
    const part = chartPart('5274');
    expect(await found('docx', damagedDocx([[part, '<c:v>5274</c:v>', '<c:v>5275</c:v>']]))).toEqual([
      expect.stringMatching(/AUDIT_CHART_CACHE .*patent-grants.*发明专利.*5275, not 5274/),
    ]);
    const format = 'formatCode="General&quot;件&quot;"';
    expect(await found('docx', damagedDocx([[part, format, format.replace('件', '万件')]]))).toContainEqual(
      expect.stringMatching(new RegExp(`AUDIT_CHANGED .*${patents}.*5274件 and is 5274万件`)),
    );
  });

  it('a label taken from a cell is found changed, in the chart or in its workbook', async () => {
    const shown = '5094件，占受理的93.35%';
    const part = chartPart(shown);
    const other = '5094件，占受理的99.35%';
    expect(await found('docx', damagedDocx([[part, `<a:t>${shown}`, `<a:t>${other}`]]))).toEqual([
      expect.stringMatching(/AUDIT_CHANGED .*court-cases.*93\.35% and is .*99\.35%/),
    ]);
    expect(await found('docx', damagedDocx([[part, `<c:v>${shown}`, `<c:v>${other}`]]))).toEqual([
      expect.stringMatching(/AUDIT_CHART_CACHE .*court-cases.*99\.35%.*not .*93\.35%/),
    ]);
  });

  it('a cell of an embedded workbook is found', async () => {
    const parts = unpack(files.get('docx')!);
    for (const [name, part] of parts) {
      if (!name.endsWith('.xlsx') || typeof part === 'string') continue;
      const workbook = unpack(part);
      const sheet = String(workbook.get('xl/worksheets/sheet1.xml'));
      workbook.set('xl/worksheets/sheet1.xml', sheet.replace('<v>5274</v>', '<v>5275</v>'));
      parts.set(name, pack(workbook));
    }
    expect(await found('docx', pack(parts))).toEqual([
      expect.stringMatching(/AUDIT_WORKBOOK .*patent-grants.*cell B\d \(发明专利\).*5274 and is 5275/),
    ]);
  });

  it('a file that is no DOCX any more is an error, not a defect', async () => {
    expect(await found('docx', new Uint8Array([80, 75, 3, 4, 0]))).toEqual([
      expect.stringContaining('AUDIT_UNREADABLE'),
    ]);
  });
});

describe('damage in an HTML page', () => {
  it.each([
    ['a figure deleted', '>5274件</data>', '></data>', `AUDIT_MISSING .*${patents}.*5274件`],
    [
      'a digit changed',
      '>5274件</data>',
      '>5284件</data>',
      `AUDIT_CHANGED .*${patents}.*5274件 and is 5284件`,
    ],
    ['a number typed', '考核验收均已', '考核验收99项均已', 'AUDIT_EXTRA .*99项'],
    ['a stored value', 'value="5274"', 'value="5275"', `AUDIT_CHANGED .*${patents}.*5274 and is 5275`],
    [
      'a figure in the table below a chart',
      '>5274件</td>',
      '>5275件</td>',
      `AUDIT_CHANGED .*${patents}.*5274件 and is 5275件`,
    ],
    [
      'a label in a drawing',
      '>5274件</text>',
      '>5275件</text>',
      `AUDIT_CHANGED .*${patents}.*5274件 and is 5275件`,
    ],
    [
      'an alternative text',
      '发明专利5274件；',
      '发明专利5275件；',
      'AUDIT_CHANGED .*alternative text.*5275件',
    ],
    ['the title', '<title>厦门市2022', '<title>厦门市2021', 'AUDIT_CHANGED .*title.*2021'],
  ])('%s is found and named', async (_, from, to, due) => {
    expect(await found('html', damagedHtml(from, to))).toEqual([expect.stringMatching(new RegExp(due))]);
  });
});

describe('a PDF', () => {
  it('of other data is found to differ, wherever the number is printed', async () => {
    const copy = await copyProject();
    try {
      await copy.edit('data/xiamen/2022.yaml', 'invention: 5274', 'invention: 5281');
      const problems = await found('pdf', files.get('pdf')!, await compose(copy.root));
      const changed = problems.filter((problem) =>
        problem.includes(`(${patents}) should be 5281件 and is 5274件`),
      );
      expect(changed.length).toBeGreaterThanOrEqual(3);
      expect(changed.every((problem) => /PDF page \d+ \(numbered \w+\)/.test(problem))).toBe(true);
      expect(problems).toContainEqual(expect.stringMatching(/38449件 and is 38442件/));
    } finally {
      await copy.remove();
    }
  });

  it('in which one radical has taken the place of all its doubles is found, once', async () => {
    const { printed, document } = await printSample([h('p', '⼀部')]);
    expect(await found('pdf', printed, document)).toEqual([
      expect.stringMatching(/AUDIT_RADICAL PDF page \d+ .*⼀ \(U\+2F00\).*, \d+ times in all/),
    ]);
  });

  it('with boxes, without contents or with a wrong title is found', async () => {
    const { printed } = await printSample([h('p', '𓀀')], (sample) => {
      const contents = sample.tree.children.find((node) => node.type === 'element' && node.tagName === 'nav');
      if (contents?.type === 'element') contents.children = contents.children.slice(0, 1);
      return { ...sample, meta: { ...sample.meta, title: '示例市2021年知识产权白皮书' } };
    });
    const problems = await found('pdf', printed, sampleDocument());
    expect(problems).toContainEqual(expect.stringMatching(/AUDIT_GLYPH/));
    expect(problems).toContainEqual(expect.stringMatching(/AUDIT_CONTENTS_EMPTY/));
    expect(problems).toContainEqual(expect.stringMatching(/AUDIT_CHANGED PDF title.*2022年 and is 2021年/));
    expect(problems).toContainEqual(
      expect.stringMatching(/AUDIT_CHANGED PDF page \d+ .*2022年 and is 2021年/),
    );
  });
});

/** Print the sample, which has half the pages of a report, with more in its first chapter. */
async function printSample(
  more: readonly Element[],
  change = (sample: ReportDocument): ReportDocument => sample,
): Promise<{ printed: Uint8Array; document: ReportDocument }> {
  const sample = sampleDocument();
  const document = change({ ...sample, tree: structuredClone(sample.tree) });
  firstChapter(document).children.push(...more);
  const run = quietRun(projectRoot);
  const { inputs } = await examineReport(request, run);
  const job = { document, theme: inputs.theme, keeps: true, audits: false };
  const made = await makeDocuments(['pdf'], job, { ...run, engines });
  return { printed: made.get('pdf')!.file!.bytes, document };
}

function firstChapter({ tree }: ReportDocument): Element {
  return tree.children.find(
    (node): node is Element => node.type === 'element' && node.properties.dataPart === 'chapter',
  )!;
}

describe('a build whose files are not what was composed', () => {
  it('writes nothing and leaves the earlier output', async () => {
    const copy = await copyProject();
    try {
      await copy.edit(
        'data/xiamen/2022.yaml',
        '围绕《知识产权强国建设纲要',
        '围绕⼀部《知识产权强国建设纲要',
      );
      const run = quietRun(copy.root);
      const earlier = join(out, 'xiamen-2022', 'xiamen-2022.html');
      await mkdir(join(out, 'xiamen-2022'));
      await writeFile(earlier, 'of an earlier build');
      const building = buildReport({ ...request, formats: ['html'], out, final: false }, run, engines);
      await expect(building).rejects.toThrow(/AUDIT_RADICAL/);
      expect(await readFile(earlier, 'utf8')).toBe('of an earlier build');
    } finally {
      await copy.remove();
    }
  });
});
