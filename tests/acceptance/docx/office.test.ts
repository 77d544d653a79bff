import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findElements, parseXml, type XmlElement } from '../../../src/render/docx/xml.ts';
import { builtReports, type BuiltReports } from '../../built-reports.ts';
import { runProject } from '../../examine-project.ts';
import { projectRoot } from '../../project-copy.ts';
import { convertInLibreOffice, missingPrograms } from '../../libreoffice.ts';
import { squeezed, treePieces, type TreePiece } from './docx-text.ts';

/**
 * All reports in another office program: a minute's work, which `npm run test:office` does and `npm test` does not.
 */
const missing = missingPrograms('soffice', 'pdftotext');
const reason =
  process.env.MODE !== 'office'
    ? 'SKIPPED: run npm run test:office'
    : missing.length > 0
      ? `SKIPPED, not installed: ${missing.join(', ')}`
      : '';
if (reason !== '') process.stderr.write(`DOCX of all reports in LibreOffice: ${reason}\n`);

const reports = [
  ['xiamen', '2022'],
  ['xiamen', '2017'],
  ['xiamen', '2022-2025'],
  ['quanzhou', '2021'],
  ['ningbo', '2020'],
] as const;

describe.skipIf(reason !== '').each(['whitepaper', 'gongwen'] as const)(
  `in LibreOffice, theme %s ${reason}`,
  (theme) => {
    let folder = '';
    let built: BuiltReports;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'whitepaper-office-'));
      built = await builtReports(theme);
      const files = built.names.map((name) => built.path(name, 'docx'));
      convertInLibreOffice(files, join(folder, 'pdf'));
    }, 900_000);

    afterAll(() => rm(folder, { recursive: true, force: true }));

    describe.each(reports)('%s %s', (region, period) => {
      const name = `${region}-${period}`;
      let sheets: string[];
      let bytes: Uint8Array;

      beforeAll(async () => {
        const file = `${name}${theme === 'whitepaper' ? '' : `.${theme}`}`;
        const text = execFileSync('pdftotext', ['-raw', join(folder, 'pdf', `${file}.pdf`), '-'], {
          encoding: 'utf8',
        });
        sheets = text.split('\f').slice(0, -1);
        bytes = await built.read(name, 'docx');
      });

      it('holds every figure, in order', async () => {
        const { composed } = await runProject(projectRoot, { region, period, theme });
        const { pieces } = treePieces(composed!.document.tree);
        const text = squeezed(sheets.join(pageEnd));
        const lost = figuresLost(pieces, text);
        expect(lost).toEqual([]);
      });

      it('has as many pages as estimated, one in ten more or less', async () => {
        const manifest = `manifest${theme === 'whitepaper' ? '' : `.${theme}`}.json`;
        const { outputs } = JSON.parse(await readFile(join(built.folder(name), manifest), 'utf8')) as {
          outputs: Record<string, { pages?: number }>;
        };
        const pages = Object.entries(outputs).find(([file]) => file.endsWith('.docx'))![1].pages!;
        expect(Math.abs(sheets.length - pages) / pages).toBeLessThanOrEqual(0.1);
      });

      it('has each chapter, chart and table where the contents say, a page more or less', () => {
        const entries = contents(bytes);
        expect(entries.length).toBeGreaterThan(5);
        // Where chapters run on, what one page took more or less is not made good before the next.
        const apart = theme === 'gongwen' ? 2 : 1;
        const off = entries.flatMap(({ title, page }) => {
          const there = sheets.filter((sheet) => isOn(sheet, title)).map(folio);
          const most = /^[图表]/.test(title) ? apart : 1;
          return there.some((number) => number !== undefined && Math.abs(number - page) <= most)
            ? []
            : [`${title}: ${page}, is on ${there.join(', ')}`];
        });
        expect(off).toEqual([]);
      });

      it('repeats the heads of tables on every page they run over', () => {
        const pages = sheets.map(squeezed);
        const long = tables(bytes).filter(({ rows }) => rows.length >= 12);
        const spread = long.flatMap(({ head, rows }) => {
          const found = new Set(
            rows.flatMap((row) => {
              const on = pages.flatMap((page, index) =>
                row.length >= 8 && page.includes(row) ? [index] : [],
              );
              return on.length === 1 ? on : [];
            }),
          );
          const bare = [...found].filter((page) => !pages[page]!.includes(head));
          expect(bare.map((page) => `${head} not on sheet ${page + 1}`)).toEqual([]);
          return found.size > 1 ? [head] : [];
        });
        if (long.some(({ rows }) => rows.length > 60)) expect(spread.length).toBeGreaterThan(0);
      });
    });
  },
);

/** Stands between two sheets. */
const pageEnd = '\uE001';

/** Figures that do not come behind the one before them, near enough to be meant. */
function figuresLost(pieces: readonly TreePiece[], text: string): string[] {
  let at = 0;
  let between = 0;
  // Before the first stand the contents; between two, labels of a chart, heads and folios, but not another chapter.
  let others = 20_000;
  return pieces.flatMap(({ text: piece, figure }) => {
    between += piece.length;
    if (!figure) return [];
    const ahead = text.slice(at, at + between + others);
    const found = ahead.indexOf(piece);
    const whole = found < 0 ? Infinity : found + piece.length;
    const end = Math.min(whole, endOfBroken(piece, ahead) ?? Infinity);
    if (end === Infinity) return [piece];
    at += end;
    between = 0;
    others = 3000;
    return [];
  });
}

/** Where a figure ends whose unit is on the next page: notes, folio and running head stand between the two. */
function endOfBroken(figure: string, text: string): number | undefined {
  const [, above, below] = /^(.*\d)(\D+)$/.exec(figure) ?? [];
  const end = text.indexOf(pageEnd);
  if (above === undefined || below === undefined || end < 0) return undefined;
  const begin = text.lastIndexOf(above, end);
  const rest = text.indexOf(below, end);
  return begin >= 0 && end - begin < 600 && rest >= 0 && rest - end < 100 ? rest + below.length : undefined;
}

/** The page number a sheet bears, in Arabic figures. */
function folio(sheet: string): number | undefined {
  const numbers = sheet.split('\n').flatMap((line) => /^—?(\d+)—?$/.exec(squeezed(line))?.[1] ?? []);
  return numbers.length > 0 ? Number(numbers.at(-1)) : undefined;
}

const body = (docx: Uint8Array): XmlElement =>
  parseXml(
    strFromU8(unzipSync(docx, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml']!),
  );

const words = (element: XmlElement): string =>
  findElements(element, 'w:t')
    .map(({ text }) => text)
    .join('');

/** Whether a heading stands on a line of a sheet, or a caption, which may take two and bear its unit, anywhere on it. */
function isOn(sheet: string, title: string): boolean {
  if (/^[图表]/.test(title)) return squeezed(sheet).includes(title) && !sheet.includes('.....');
  return sheet.split('\n').some((line) => squeezed(line) === title);
}

/** Chapters, sections, charts and tables that contents and lists place on a page with an Arabic number. */
function contents(docx: Uint8Array): { title: string; page: number }[] {
  return findElements(body(docx), 'w:p').flatMap((paragraph) => {
    const style = findElements(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? '';
    const line = /^(.*?)(\d+)$/.exec(squeezed(words(paragraph)));
    const listed =
      style === 'TableOfFigures' || /^(?:[一二三四五六七八九十]+、|（|附录)/.test(line?.[1] ?? '');
    if (!/^(?:TOC\d|TableOfFigures)$/.test(style) || !line || !listed) return [];
    return [{ title: line[1]!, page: Number(line[2]) }];
  });
}

/** Data tables: the text of the first row, and of each of the others. */
function tables(docx: Uint8Array): { head: string; rows: string[] }[] {
  return findElements(body(docx), 'w:tbl')
    .filter((table) => findElements(table, 'w:tblStyle')[0]?.attributes['w:val'] === 'ThreeLine')
    .map((table) => {
      const [head = '', ...rows] = findElements(table, 'w:tr').map((row) => squeezed(words(row)));
      return { head, rows };
    });
}
