import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { createHost } from '../../src/host.ts';
import { buildReport } from '../../src/pipeline.ts';
import { lintDocx } from '../../src/render/docx/lint.ts';
import { OwnEngines } from '../../src/make/engines.ts';
import { formatIds } from '../../src/render/formats.ts';
import { builtReports } from '../built-reports.ts';
import { copyProject } from '../project-copy.ts';
import { embeddedFonts, paintedPictures } from '../render/pdf/read-fonts.ts';
import { openPdf, readPages, type ReadPage } from '../render/pdf/read-pdf.ts';
import { ownFont, png } from '../theme-files.ts';
import { moreOrLess } from '../more.ts';
import { validate } from '../open-xml-sdk.ts';

const reports = ['xiamen-2022', 'xiamen-2017', 'xiamen-2022-2025', 'quanzhou-2021', 'ningbo-2020'] as const;

/** What differs in the DOCX of a theme are styles and sections: those with most of them are validated in both. */
const withGongwen: readonly string[] = ['xiamen-2022-2025', 'ningbo-2020'];

// Three formats of a report take seconds, on a machine that has other work a minute.
vi.setConfig({ testTimeout: 240_000 });

/** What was built in a theme. */
interface Built {
  readonly names: readonly string[];
  readonly pdf: Uint8Array;
  readonly docx: Uint8Array;
  readonly html: string;
  readonly manifest: { readonly inputs: Record<string, string>; readonly fonts: Record<string, string> };
}

async function readBuilt(folder: string, name: string, theme: string): Promise<Built> {
  const suffix = theme === 'whitepaper' ? '' : `.${theme}`;
  const read = async (file: string): Promise<Uint8Array> =>
    new Uint8Array(await readFile(join(folder, file)));
  return {
    names: await readdir(folder),
    pdf: await read(`${name}${suffix}.pdf`),
    docx: await read(`${name}${suffix}.docx`),
    html: strFromU8(await read(`${name}${suffix}.html`)),
    manifest: JSON.parse(strFromU8(await read(`manifest${suffix}.json`))) as Built['manifest'],
  };
}

async function shared(name: string, theme: 'whitepaper' | 'gongwen'): Promise<Built> {
  const built = await builtReports(theme);
  return readBuilt(built.folder(name), name, theme);
}

/** Build the report with the fewest pages of another project; what was reported, and the files. */
async function buildIn(root: string, theme: string): Promise<Built & { problems: string[] }> {
  const out = await mkdtemp(join(tmpdir(), 'whitepaper-themes-'));
  const host = createHost(root);
  const engines = new OwnEngines(host);
  const diagnostics = new Diagnostics('en');
  const request = { region: 'quanzhou', period: '2021', theme, language: 'zh-CN', formats: formatIds, out };
  try {
    await buildReport({ ...request, final: false }, { host, diagnostics, onStage: () => undefined }, engines);
    const problems = diagnostics.all.filter(({ severity }) => severity !== 'info');
    return {
      problems: problems.map(({ code, message }) => `${code} ${message}`),
      ...(await readBuilt(join(out, 'quanzhou-2021'), 'quanzhou-2021', theme)),
    };
  } finally {
    await engines.close();
    await rm(out, { recursive: true, force: true });
  }
}

const folios = (pages: readonly ReadPage[]): string[] => pages.map(({ lines }) => lines.at(-1)?.text ?? '');

it.each(['whitepaper', 'gongwen'] as const)(
  'all reports are made in the theme %s without a warning',
  async (theme) => {
    const { names, problems } = await builtReports(theme);
    expect(problems).toEqual([]);
    expect(names).toHaveLength(reports.length);
  },
);

const all = (['whitepaper', 'gongwen'] as const).flatMap((theme) =>
  reports.map((name) => [name, theme] as const),
);

it.each(
  moreOrLess(
    'each report in each theme',
    all,
    all.filter(([name, theme]) => (theme === 'gongwen') === withGongwen.includes(name)),
  ),
)('%s is set in the faces and page numbers of the theme %s', async (name, theme) => {
  const built = await shared(name, theme);
  const pdf = await openPdf(built.pdf);
  const fonts = await embeddedFonts(pdf);
  expect(fonts.filter(({ isType3Font }) => isType3Font)).toEqual([]);
  for (const { name } of fonts) expect(name).toMatch(/^[A-Z]{6}\+Noto(Serif|Sans)SC-(Regular|Bold)$/);
  const pages = await readPages(pdf);
  const numbered = folios(pages).filter((folio) => (theme === 'gongwen' ? /^—\d+—$/ : /^\d+$/).test(folio));
  expect(numbered.length).toBeGreaterThan(pages.length / 2);
  expect(lintDocx(built.docx)).toEqual([]);
  expect(await validate(built.docx, 'docx', 'Microsoft365')).toEqual([]);
});

describe('an official document', () => {
  it('has 22 lines of 28 characters on a page of prose', async () => {
    const pages = await proseLines((await shared('ningbo-2020', 'gongwen')).pdf);
    expect(pages.length).toBeGreaterThan(0);
    for (const lines of pages) {
      const [first, last] = [lines[0]!, lines.at(-1)!];
      expect(Math.round((first.y - last.y) / 28.95) + 1).toBeLessThanOrEqual(22);
    }
    const fullest = Math.max(
      ...pages.map((lines) => Math.round((lines[0]!.y - lines.at(-1)!.y) / 28.95) + 1),
    );
    expect(fullest).toBe(22);
    const full = pages
      .flat()
      .map(({ text }) => text)
      .filter((text) => /^[^\u0020-\u007e…—]+$/.test(text));
    expect(Math.max(...full.map((text) => text.length))).toBe(28);
  });

  it('tells Word the faces, the lines and the numbers of the standard', async () => {
    const { docx, names } = await shared('xiamen-2022', 'gongwen');
    expect(names).toContain('xiamen-2022.gongwen.docx');
    const parts = unzipSync(docx);
    const styles = strFromU8(parts['word/styles.xml']!);
    const body = /<w:style [^>]*w:styleId="BodyText".*?<\/w:style>/.exec(styles)![0];
    expect(body).toContain('w:eastAsia="仿宋"');
    expect(body).toMatch(/w:line="579" w:lineRule="exact"/);
    expect(body).toContain('<w:spacing w:val="-5"/>');
    const chapter = /<w:style [^>]*w:styleId="Heading1".*?<\/w:style>/.exec(styles)![0];
    expect(chapter).toContain('w:eastAsia="黑体"');
    expect(chapter).toContain('<w:b w:val="false"/>');
    const document = strFromU8(parts['word/document.xml']!);
    expect(document).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
    const footers = Object.keys(parts).filter((name) => /^word\/footer\d+\.xml$/.test(name));
    expect(footers.some((name) => /— <.*PAGE.*> —/s.test(strFromU8(parts[name]!)))).toBe(true);
  });
});

describe('a theme of an office’s own', () => {
  it('brings its colours, font, emblem and picture into every format', async () => {
    const copy = await copyProject();
    try {
      const folder = 'templates/themes/bureau';
      await copy.write(
        `${folder}/theme.yaml`,
        [
          '# yaml-language-server: $schema=../../../schemas/theme.schema.json',
          'extends: whitepaper',
          'name: { zh: 本局, en: Bureau }',
          "colors: { primary: '#7A1F1F', steps: ['#7A1F1F', '#A65050', '#C98F8F', '#E6CFCF'] }",
          'cover: { emblem: emblem.png, picture: band.png }',
          'faces: { sans: { family: Bureau Sans1, files: { 400: bureau.ttf, 700: bureau-bold.ttf } } }',
          '',
        ].join('\n'),
      );
      for (const name of ['emblem.png', 'band.png']) await copy.write(`${folder}/${name}`, png);
      await copy.write(`${folder}/bureau.ttf`, ownFont(400));
      await copy.write(`${folder}/bureau-bold.ttf`, ownFont(700));
      const built = await buildIn(copy.root, 'bureau');
      expect(built.problems).toEqual([]);
      const pdf = await openPdf(built.pdf);
      const fonts = await embeddedFonts(pdf);
      expect(fonts.map(({ name }) => name.slice(7))).toEqual(
        expect.arrayContaining(['BureauSans-Regular', 'BureauSans-Bold', 'NotoSerifSC-Regular']),
      );
      expect(fonts.filter(({ name }) => name.includes('NotoSans'))).toEqual([]);
      expect(await paintedPictures(pdf, 1)).toBe(2);
      expect(built.html).toContain('#7A1F1F');
      expect(built.html.match(/data:image\/png;base64,/g)!.length).toBeGreaterThanOrEqual(2);
      const parts = unzipSync(built.docx);
      const pngs = Object.entries(parts).filter(([name]) => /^word\/media\/.*\.png$/.test(name));
      expect(pngs.some(([, bytes]) => Buffer.compare(bytes, png) === 0)).toBe(true);
      expect(await validate(built.docx, 'docx', 'Microsoft365')).toEqual([]);
      for (const name of ['theme.yaml', 'emblem.png', 'band.png', 'bureau.ttf'])
        expect(Object.keys(built.manifest.inputs)).toContain(`${folder}/${name}`);
      expect(Object.keys(built.manifest.inputs)).toContain('templates/themes/whitepaper/text.css');
      expect(Object.values(built.manifest.fonts)).toContain(`${folder}/bureau.ttf`);
    } finally {
      await copy.remove();
    }
  });
});

/** Body lines of the pages that hold nothing but lines of the body's size, with their baselines in points. */
async function proseLines(bytes: Uint8Array): Promise<{ y: number; text: string }[][]> {
  const pdf = await openPdf(bytes);
  const found: { y: number; text: string }[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const lines = new Map<number, { y: number; text: string; size: number }>();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '' || item.str.includes('—')) continue;
      const y = Number(item.transform[5]);
      const line = lines.get(Math.round(y)) ?? { y, text: '', size: item.height };
      lines.set(Math.round(y), {
        ...line,
        text: line.text + item.str,
        size: Math.min(line.size, item.height),
      });
    }
    const page = [...lines.values()].sort((a, b) => b.y - a.y);
    const body = page.filter(({ size }) => Math.abs(size - 16) < 0.1);
    if (body.length >= 15 && page.length - body.length <= 1) found.push(body);
  }
  return found;
}
