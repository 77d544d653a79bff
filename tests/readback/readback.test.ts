import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Diagnostics, ReportError } from '../../src/diagnostics/diagnostic.ts';
import { createHost } from '../../src/host.ts';
import { isTouched, type FigureChange } from '../../src/readback/judge-figures.ts';
import { composePresent, type Present } from '../../src/readback/present.ts';
import { readback, type Readback } from '../../src/readback/readback.ts';
import { builtReports } from '../built-reports.ts';
import { say } from '../cli/say.ts';
import { convertInLibreOffice, missingPrograms, skipped } from '../libreoffice.ts';
import type { Manifest } from '../../src/write/manifest.ts';
import { sha256 } from '../../src/cache/digest.ts';
import { copyProject, projectRoot, type ProjectCopy } from '../project-copy.ts';
import { editDocx, splitRuns, type EditedDocx } from './edit-docx.ts';

const key = (indicator: string, period = '2022'): string => `xiamen/${period}/${indicator}`;
const data = 'data/xiamen/2022.yaml';

let build: string;
let docx: Uint8Array;
let folder: string;

beforeAll(async () => {
  const reports = await builtReports('whitepaper');
  build = reports.folder('xiamen-2022');
  docx = await reports.read('xiamen-2022', 'docx');
  folder = await mkdtemp(join(tmpdir(), 'whitepaper-readback-'));
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The report as some data make it, composed and drawn once. */
const composed = new Map<string, Promise<Present>>();

async function composeOnce(...given: Parameters<typeof composePresent>): Promise<Present> {
  const text = (await given[1].readText(data)) ?? '';
  const present = composed.get(text) ?? composePresent(...given);
  composed.set(text, present);
  const { draw, ...rest } = await present;
  let drawn: ReturnType<typeof draw> | undefined;
  const shared = { ...rest, draw: () => (drawn ??= draw()) };
  composed.set(text, Promise.resolve(shared));
  return shared;
}

interface Options {
  readonly root?: string;
  readonly build?: string | undefined;
  readonly apply?: boolean;
  readonly accept?: readonly string[];
  /** What keeps the data from being written. */
  readonly refusal?: string;
}

/** Read a document back; problems are codes. What is rendered anew is the document as it was built. */
async function read(
  document: Uint8Array,
  options: Options = {},
): Promise<{ found: Readback | undefined; problems: string[] }> {
  const file = join(folder, 'edited.docx');
  await writeFile(file, document);
  const diagnostics = new Diagnostics('en');
  const { root = projectRoot, apply = false, accept = [], refusal } = options;
  const host = createHost(root);
  const denied = { ...host, writeText: () => Promise.reject(new Error(refusal)) };
  const request = { file, build: 'build' in options ? options.build : build, out: folder, apply, accept };
  const codes = (all: Diagnostics['all']): string[] => all.map(({ code }) => code);
  try {
    const tools = {
      host: refusal === undefined ? host : denied,
      diagnostics,
      language: 'en' as const,
      compose: composeOnce,
      render: () => Promise.resolve(docx),
    };
    const found = await readback(request, tools);
    return { found, problems: codes(diagnostics.all) };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { found: undefined, problems: codes([...error.diagnostics]) };
  }
}

async function edited(edit: (document: EditedDocx) => void, options: Options = {}): Promise<Readback> {
  const document = editDocx(docx);
  edit(document);
  const { found, problems } = await read(document.bytes(), options);
  expect(problems).toEqual([]);
  return found!;
}

/** Verdicts by key. */
const verdicts = ({ figures }: Readback): Record<string, string> =>
  Object.fromEntries(figures.map((figure) => [figure.key, figure.verdict]));

const figureOf = ({ figures }: Readback, wanted: string): FigureChange =>
  figures.find((figure) => figure.key === wanted)!;

/** Old and new text of every place that was touched. */
const touched = (found: Readback): string[][] =>
  found.figures.flatMap(({ occurrences }) =>
    occurrences.filter(isTouched).map(({ before, after }) => [before, after ?? '']),
  );

/** Figures of every kind, and what an officer types instead; in columns without their unit. */
const corrections: readonly [indicator: string, typed: string, alone: string, places: number][] = [
  ['creation.plant_variety.granted', '16个', '16', 3],
  ['creation.trademark.registered', '７７，０２２ 件', '77022', 4],
  ['utilization.pledge.inclusive_loans.smes', '216家', '216', 3],
  ['utilization.pledge.loans.balance', '16.64亿元', '16.64', 3],
  ['utilization.insurance.subsidy', '67万元', '67', 3],
  ['protection.police.amount_involved', '约1.7亿元', '约1.7', 3],
  ['protection.aid_station.training.attendances', '4.5万人次', '4.5', 3],
  ['services.cbd.leased_area', '1.2万平方米', '1.2', 3],
  ['services.cbd.leased_share', '39 %', '39', 3],
  ['utilization.pledge.inclusive_loans.share_province', '51%以上', '51以上', 2],
  // Drawn in a chart, too, which is left as it was.
  ['creation.patent.granted.utility_model', '25144件', '25144', 3],
];

function correctAll(document: EditedDocx, how: 'figure' | 'trackedFigure'): void {
  for (const [indicator, typed, alone, places] of corrections) {
    const last = Array.from({ length: places - 1 }, (_, index) => index + 1);
    document[how](key(indicator), typed, [0]);
    document[how](key(indicator), alone, last);
    if (indicator === 'creation.trademark.registered') document[how](key(indicator), '77022件', [1]);
  }
}

describe('an edited document read back', () => {
  it('says nothing of one that nobody edited, however its runs are split and its workbooks damaged', async () => {
    const { found, problems } = await read(docx);
    expect([found!.figures, found!.prose, found!.patches, problems]).toEqual([[], [], [], []]);
    const split = await edited((document) => {
      document.part('word/document.xml', splitRuns);
      document.damageWorkbooks();
    });
    expect([split.figures, split.prose]).toEqual([[], []]);
  });

  for (const how of ['figure', 'trackedFigure'] as const)
    it(`finds eleven corrected figures, ${how === 'figure' ? 'typed over' : 'tracked'}, and invents none`, async () => {
      const found = await edited((document) => {
        correctAll(document, how);
        document.part('word/document.xml', splitRuns);
      });
      expect(verdicts(found)).toEqual(
        Object.fromEntries(corrections.map(([indicator]) => [key(indicator), 'proposed'])),
      );
      expect(found.prose).toEqual([]);
      expect(figureOf(found, key('creation.trademark.registered')).typed).toEqual({
        value: '77022',
        unit: '件',
      });
      const inChart = figureOf(found, key('creation.patent.granted.utility_model')).occurrences.filter(
        ({ by }) => by === 'chart',
      );
      expect(inChart.map(({ before, after }) => [before, after])).toEqual([['25143件', '25143件']]);
      expect(inChart[0]!.under).toContain('按种类');
      const authors = new Set(
        found.figures
          .flatMap(({ occurrences }) => occurrences.flatMap(({ tracked }) => tracked))
          .map(({ author, date }) => `${author} ${date}`),
      );
      expect([...authors]).toEqual(how === 'figure' ? [] : ['审稿人 2023-03-01T09:30:00Z']);
      expect([found.applied, found.patches.map(({ file }) => file)]).toEqual([false, [data]]);
      expect(found.patches[0]!.diff).toContain('\n+  insurance: { firms: 25, patents: 250, subsidy: 67 }\n');
    });

  it('tells figures deleted, changed in one place only, changed differently, computed or not to be read', async () => {
    const found = await edited((document) => {
      document.deleteFigure(key('utilization.fund.projects'));
      document.deleteFigure(key('utilization.fund.invested'), [2]);
      document.figure(key('protection.customs.suspect_consignments'), '1059批次', [0]);
      document.figure(key('utilization.license.open_license_patents'), '103件', [0]);
      document.figure(key('utilization.license.open_license_patents'), '104', [1, 2]);
      document.figure(
        key('creation.patent.granted.utility_model#share_of:creation.patent.granted.total'),
        '65%',
        [0],
      );
      document.figure(key('utilization.platform.graphene_institute.planned_investment'), '十亿元', [0]);
      document.figure(key('creation.award.china_patent'), '10多项', [0]);
      document.figure(key('protection.honours.typical_cases'), '', [0]);
    });
    expect(verdicts(found)).toEqual({
      [key('utilization.fund.projects')]: 'lost',
      [key('utilization.fund.invested')]: 'lost',
      [key('protection.customs.suspect_consignments')]: 'conflict',
      [key('utilization.license.open_license_patents')]: 'conflict',
      [key('creation.patent.granted.utility_model#share_of:creation.patent.granted.total')]: 'computed',
      [key('utilization.platform.graphene_institute.planned_investment')]: 'unreadable',
      [key('creation.award.china_patent')]: 'unreadable',
      [key('protection.honours.typical_cases')]: 'lost',
    });
    expect(found.patches).toEqual([]);
    const one = figureOf(found, key('protection.customs.suspect_consignments'));
    expect(one.typed).toEqual({ value: '1059', unit: '批次' });
    expect(one.occurrences.map(({ after }) => after)).toEqual(['1059批次', '1058', '1058']);
  });

  it('knows figures that lost their controls by the text around them', async () => {
    const found = await edited((document) => {
      document.figure(key('utilization.operation.income'), '1.3亿元', [0]);
      document.figure(key('utilization.operation.income'), '1.3', [1, 2]);
      document.unwrapAll();
    });
    expect(verdicts(found)).toEqual({ [key('utilization.operation.income')]: 'proposed' });
    expect(figureOf(found, key('utilization.operation.income')).occurrences.map(({ by }) => by)).toEqual(
      Array(3).fill('surroundings'),
    );
    expect(found.prose).toEqual([]);
  });

  it('shows changed words with their author, heading and line, and the figures in them', async () => {
    const tracked = 'w:id="1" w:author="审稿人乙" w:date="2023-03-02T08:00:00Z"';
    const found = await edited((document) => {
      document.body('登记数量和增速在全省均位居前列', '登记数量与增速在全省均位居前列');
      document.body(
        /<w:t xml:space="preserve">，登记数量与/,
        `<w:t xml:space="preserve">，</w:t></w:r><w:ins ${tracked}><w:r><w:t>作品</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">登记数量与`,
      );
      document.body(
        '<w:p><w:pPr><w:pStyle w:val="Heading2"/>',
        '<w:p><w:r><w:t>新加的一段。</w:t></w:r></w:p>$&',
      );
    });
    expect(found.figures).toEqual([]);
    expect(found.prose.map(({ kind, marked }) => [kind, marked.slice(0, 60)])).toEqual([
      ['inserted', '{+新加的一段。+}'],
      ['changed', expect.stringContaining('，{+作品+}登记数量[-和-]{+与+}增速')],
    ]);
    const [, changed] = found.prose;
    expect(changed!.tracked).toEqual([{ author: '审稿人乙', date: '2023-03-02T08:00:00Z' }]);
    expect(changed!.under).toContain('版权与植物新品种');
    expect(changed!.place?.file).toBe(data);
  });

  it('reads the changed points of a native chart', async () => {
    const document = editDocx(docx);
    document.chart('25143', '25144');
    document.figure(key('creation.patent.granted.utility_model'), '25144件', [0]);
    document.figure(key('creation.patent.granted.utility_model'), '25144', [1, 2]);
    const { found, problems } = await read(document.bytes());
    // The worksheet behind the chart was left as it was.
    expect(problems).toEqual(['READBACK_CHART_WORKBOOK']);
    const { verdict, typed, occurrences } = figureOf(found!, key('creation.patent.granted.utility_model'));
    expect([verdict, typed]).toEqual(['proposed', { value: '25144', unit: '件' }]);
    expect(occurrences.map(({ by }) => by)).toContain('chart');
    expect(touched(found!)).toHaveLength(4);
  });
});

describe('what is proposed', () => {
  let copy: ProjectCopy;
  beforeAll(async () => {
    copy = await copyProject();
  });
  afterAll(() => copy.remove());

  it('changes exactly the scalars meant, and nothing where one cannot be written', async () => {
    const before = await copy.read(data);
    const edit = (document: EditedDocx): void => {
      correctAll(document, 'figure');
      document.figure(key('utilization.fund.paid_in'), '34600万元', [0]);
      document.figure(key('protection.customs.suspect_consignments'), '1059批次', [0]);
    };
    const accept = [key('utilization.fund.paid_in')];
    const document = editDocx(docx);
    edit(document);
    const denied = { root: copy.root, accept: ['none'], apply: true, refusal: 'EACCES' };
    const { problems } = await read(document.bytes(), denied);
    expect([problems, await copy.read(data)]).toEqual([
      ['READBACK_ACCEPT_IDLE', 'READBACK_NOT_WRITTEN'],
      before,
    ]);
    const found = await edited(edit, { root: copy.root, accept, apply: true });
    expect(found.applied).toBe(true);
    const changes: readonly [string, string][] = [
      ['utility_model: 25143', 'utility_model: 25144'],
      ['plant_variety: { granted: 15', 'plant_variety: { granted: 16'],
      ['registered: 77021', 'registered: 77022'],
      ['smes: 215', 'smes: 216'],
      ['balance: { value: 16.63', 'balance: { value: 16.64'],
      ['subsidy: 66.3', 'subsidy: 67'],
      ['value: 1.6, qualifier: 约', 'value: 1.7, qualifier: 约'],
      ['attendances: 4.4', 'attendances: 4.5'],
      ['leased_area: 1.16', 'leased_area: 1.2'],
      ['leased_share: 38', 'leased_share: 39'],
      [
        'share_province: { value: 50, qualifier: 以上, note: 来源作“一半以上”；',
        'share_province: { value: 51, qualifier: 以上, note: 来源作“一半以上”；',
      ],
      ['paid_in: { value: 3.45,', 'paid_in: { value: 34600, unit: 万元,'],
    ];
    const expected = changes.reduce((text, [from, to]) => {
      expect(text.split(from)).toHaveLength(2);
      return text.replace(from, to);
    }, before);
    expect(await copy.read(data)).toBe(expected);
    // What the ledger of the source has is for the officer to settle.
    expect(found.afterwards.map(({ code }) => code)).toContain('LEDGER_DIFFERS');

    // The data have the numbers now: nothing is left to be done, and what they have anew is not overwritten.
    await copy.edit(data, 'leased_share: 39', 'leased_share: 40');
    const again = await edited(edit, { root: copy.root });
    expect(verdicts(again)).toMatchObject({
      [key('creation.plant_variety.granted')]: 'done',
      [key('services.cbd.leased_share')]: 'stale',
    });
    expect(again.patches).toEqual([]);

    // Without the folder of the build, the document is recognised as one of other data.
    const older = await read(document.bytes(), { root: copy.root, build: undefined, apply: true });
    expect([older.problems, older.found?.against, older.found?.applied]).toEqual([
      ['READBACK_OLDER'],
      'present',
      false,
    ]);
    expect(verdicts(older.found!)[key('services.cbd.leased_share')]).toBe('differs');
  });

  it('needs no output folder while the data are the same', async () => {
    const document = editDocx(docx);
    document.figure(key('services.cbd.leased_share'), '39%', [0]);
    const { found, problems } = await read(document.bytes(), { build: undefined });
    expect([problems, found?.against]).toEqual([[], 'build']);
    expect(verdicts(found!)).toEqual({ [key('services.cbd.leased_share')]: 'conflict' });
  });

  it('knows the figures of a report that was built without controls while the data are the same', async () => {
    const plain = editDocx(docx);
    plain.unwrapAll();
    const manifest = JSON.parse(await readFile(join(build, 'manifest.json'), 'utf8')) as Manifest;
    const outputs = { 'xiamen-2022.docx': { sha256: sha256(plain.bytes()), bytes: 0 } };
    const without = join(folder, 'without-controls');
    await mkdir(without);
    await writeFile(join(without, 'manifest.json'), JSON.stringify({ ...manifest, outputs }));
    await writeFile(join(without, 'xiamen-2022.docx'), plain.bytes());
    const options = { build: without };
    const found = await edited((document) => {
      document.figure(key('services.cbd.leased_share'), '39%', [0]);
      document.unwrapAll();
    }, options);
    expect(verdicts(found)).toEqual({ [key('services.cbd.leased_share')]: 'conflict' });
  });
});

describe('a file that cannot be read back', () => {
  const custom = 'docProps/custom.xml';
  const refused: readonly [
    what: string,
    code: string,
    make: (document: EditedDocx) => void,
    options?: Options,
  ][] = [
    [
      'is none of ours',
      'READBACK_NOT_OURS',
      (document) => {
        document.part(custom, (xml) => xml.replaceAll('whitepaper-build', 'another'));
      },
    ],
    [
      'is of a report unknown here',
      'READBACK_REPORT_UNKNOWN',
      (document) => {
        document.part(custom, (xml) => xml.replace('xiamen/2022', 'sample-city/2031'));
      },
    ],
    [
      'names a path instead of a report',
      'READBACK_NOT_OURS',
      (document) => {
        document.part(custom, (xml) => xml.replace('xiamen/2022', '../xiamen/2022'));
      },
    ],
    [
      'bears macros',
      'DOCX_MACROS',
      (document) => {
        document.part('[Content_Types].xml', (xml) =>
          xml.replace('wordprocessingml.document.main', 'ms-word.document.macroEnabled.main'),
        );
      },
    ],
    [
      'is damaged',
      'DOCX_DAMAGED',
      (document) => {
        document.body('<w:body>', '<w:body><w:p>');
      },
    ],
    [
      'nests deeper than any document',
      'DOCX_DAMAGED',
      (document) => {
        const [open, close] = ['<w:smartTag>', '</w:smartTag>'].map((tag) => tag.repeat(50_000));
        document.body('<w:body>', `<w:body><w:p>${open!}${close!}</w:p>`);
      },
    ],
    [
      'is of another build than the folder named',
      'READBACK_BUILD_OTHER',
      (document) => {
        document.part(custom, (xml) =>
          xml.replace(/<vt:lpwstr>[0-9a-f]{16}</, '<vt:lpwstr>0123456789abcdef<'),
        );
      },
    ],
  ];
  for (const [what, code, make] of refused)
    it(`${what}: ${code}`, async () => {
      const document = editDocx(docx);
      make(document);
      const { found, problems } = await read(document.bytes(), { apply: true });
      expect([found, problems]).toEqual([undefined, [code]]);
    });

  it('is no DOCX at all', async () => {
    expect((await read(new TextEncoder().encode('not a document'))).problems).toEqual(['DOCX_NOT_DOCX']);
  });
});

it('answers on the command line in words and in JSON, conflicts being no failure', async () => {
  const file = join(folder, 'command.docx');
  const document = editDocx(docx);
  document.figure(key('services.cbd.leased_share'), '39%', [0]);
  await writeFile(file, document.bytes());
  const accept = 'xiamen/2022/services.cbd.leased，none';
  const { code, out, error } = await say(['readback', file, '--build', build, '--accept', accept], 'zh');
  expect(error).toContain('--accept 中的 xiamen/2022/services.cbd.leased、none 没有');
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/前后不一致.*\n.*--accept xiamen\/2022\/services\.cbd\.leased_share\n.*38% → 39%/),
  ]);
  const missing = await say(['readback', join(folder, 'none.docx'), '--json']);
  expect([missing.code, JSON.parse(missing.out)]).toMatchObject([
    1,
    { ok: false, exitCode: 1, diagnostics: [{ code: 'READBACK_FILE_MISSING' }] },
  ]);
  const noFile = await say(['readback', folder, '--json']);
  expect([noFile.code, JSON.parse(noFile.out)]).toMatchObject([
    1,
    { ok: false, exitCode: 1, diagnostics: [{ code: 'READBACK_FILE_UNREADABLE' }] },
  ]);
  await writeFile(file, new Uint8Array([0, 1, 2]));
  expect((await say(['readback', file])).error).not.toContain('\0');
  expect((await say(['readback'])).code).toBe(2);
  expect((await say(['readback', file, '--build', ''])).code).toBe(2);
});

const what = 'reading back what LibreOffice saved';
const isOffice = process.env.MODE === 'office';
const why = isOffice ? skipped(what, missingPrograms('soffice')) : ' (SKIPPED: run npm run test:office)';
if (!isOffice) process.stderr.write(`${what}:${why}\n`);

it.skipIf(why !== '')(
  `finds the same in a document LibreOffice has saved${why}`,
  async () => {
    const document = editDocx(docx);
    document.trackedFigure(key('creation.plant_variety.granted'), '16个', [0]);
    document.figure(key('creation.plant_variety.granted'), '16', [1, 2]);
    document.deleteFigure(key('utilization.fund.projects'));
    await writeFile(join(folder, 'before.docx'), document.bytes());
    convertInLibreOffice([join(folder, 'before.docx')], join(folder, 'saved'), 'docx:MS Word 2007 XML');
    const { found, problems } = await read(
      new Uint8Array(await readFile(join(folder, 'saved', 'before.docx'))),
    );
    expect(problems).toEqual([]);
    expect(verdicts(found!)).toEqual({
      [key('creation.plant_variety.granted')]: 'proposed',
      [key('utilization.fund.projects')]: 'lost',
    });
    const [first] = figureOf(found!, key('creation.plant_variety.granted')).occurrences;
    expect(first!.tracked).toEqual([{ author: '审稿人', date: '2023-03-01T09:30:00Z' }]);
    expect(found!.charts.others).toEqual([]);
  },
  180_000,
);
