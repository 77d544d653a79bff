import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { h } from 'hastscript';
import type { Element, Root } from 'hast';
import { visit } from '../../../src/document/visit.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Theme } from '../../../src/validate/schema/theme.ts';
import { sampleDocument } from '../sample-document.ts';
import { chapterOf, longTable, longTableHead } from '../sample-long-table.ts';
import { officialTheme, sampleTheme } from '../sample-theme.ts';
import { convertInLibreOffice, missingPrograms, skipped } from '../../libreoffice.ts';
import { render, withTree } from './sample-docx.ts';

const why = skipped('pages of the DOCX', missingPrograms('soffice', 'pdftotext'));

/** A line of a page in points from its upper left corner, words in order. */
interface Line {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Page {
  readonly width: number;
  readonly lines: readonly Line[];
}

/** Chinese text of so many characters, no mark of punctuation in it, which could hang or be squeezed. */
const text = (length: number): string =>
  Array.from({ length }, (_, index) => String.fromCodePoint(0x4e00 + (index % 2000))).join('');

const folder = mkdtempSync(join(tmpdir(), 'whitepaper-pages-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function write(name: string, tree: Root, theme: Theme = sampleTheme()): Promise<void> {
  writeFileSync(join(folder, `${name}.docx`), (await render(withTree(tree), theme)).bytes);
}

function pagesOf(name: string): Page[] {
  const file = join(folder, `${name}.html`);
  execFileSync('pdftotext', ['-bbox', join(folder, `${name}.pdf`), file]);
  return readFileSync(file, 'utf8')
    .split('<page ')
    .slice(1)
    .map((page) => ({ width: Number(/width="([\d.]+)"/.exec(page)?.[1]), lines: linesOf(page) }));
}

function linesOf(page: string): Line[] {
  const lines = new Map<number, Line>();
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g;
  for (const [, left, top, right, bottom, words = ''] of page.matchAll(word)) {
    const key = Math.round(Number(bottom));
    const line = lines.get(key);
    lines.set(key, {
      text: (line?.text ?? '') + words,
      top: Number(top),
      bottom: Number(bottom),
      left: line?.left ?? Number(left),
      right: Number(right),
    });
  }
  return [...lines.values()].sort((a, b) => a.top - b.top);
}

/** The sample's cover as an officer may leave it: everything on it several times as long. */
function longCover(): Element {
  const cover = sampleDocument().tree.children.find(
    (child): child is Element => child.type === 'element' && child.properties.dataPart === 'cover',
  )!;
  const copy = structuredClone(cover);
  visit(copy, 'element', ({ properties, children }) => {
    const more = { title: 4, issuer: 5, region: 6, date: 2 }[String(properties.dataPart)] ?? 1;
    const [last] = children.slice(-1);
    if (last?.type === 'text') last.value = last.value.repeat(more);
  });
  return copy;
}

describe.skipIf(why !== '')(`pages of the DOCX in LibreOffice${why}`, () => {
  beforeAll(async () => {
    const after = chapterOf([h('p', '后一章')], 'after', '二、后一章');
    await write('official', h(null, chapterOf([h('p', text(28 * 22 * 3))])), officialTheme());
    await write('table', h(null, chapterOf([longTable(60)])));
    const wide = longTable(4, { dataOrientation: 'landscape' });
    await write('wide', h(null, [chapterOf([h('p', '表前'), wide, h('p', '表后')]), after]));
    await write('cover', h(null, [longCover(), after]));
    await write('official-cover', h(null, [longCover(), after]), officialTheme());
    const names = ['official', 'table', 'wide', 'cover', 'official-cover'];
    convertInLibreOffice(
      names.map((name) => join(folder, `${name}.docx`)),
      folder,
    );
  }, 180_000);

  it('have 22 lines of 28 characters in the official look', () => {
    const [, page] = pagesOf('official');
    const lines = page!.lines.filter((line) => !line.text.includes('—'));
    expect(lines).toHaveLength(22);
    expect(lines.map((line) => Array.from(line.text).length)).toEqual(Array(22).fill(28));
    // 版心: 156 mm wide; the last character's own spacing is not part of it.
    const millimetres = ((lines[0]!.right - lines[0]!.left) * 25.4) / 72;
    expect(Math.abs(millimetres - 156)).toBeLessThan(0.5);
  });

  it('bear their number between dashes at the outer side, 7 mm below the type area', () => {
    const [odd, even] = pagesOf('official');
    const folio = (page: Page): Line => page.lines.find((line) => line.text.includes('—'))!;
    expect(folio(odd!).text).toBe('—1—');
    expect(folio(even!).text).toBe('—2—');
    expect(folio(odd!).left).toBeGreaterThan(odd!.width / 2);
    expect(folio(even!).right).toBeLessThan(even!.width / 2);
    const below = (297 - 35) * (72 / 25.4);
    const { top, bottom } = folio(odd!);
    expect(Math.abs((((top + bottom) / 2 - below) * 25.4) / 72 - 7)).toBeLessThan(1);
  });

  it('repeat the head of a table that runs over several, and split no row', () => {
    const pages = pagesOf('table');
    expect(pages.length).toBeGreaterThan(1);
    for (const { lines } of pages)
      expect(lines.some((line) => line.text === longTableHead.join(''))).toBe(true);
    const rows = pages.map(({ lines }) => lines.filter((line) => /^第\d+区/.test(line.text)).length);
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(60);
  });

  it('lie across for a wide table, with the running head as wide and the numbers going on', () => {
    const pages = pagesOf('wide');
    expect(pages.map(({ width }) => Math.round(width))).toEqual([595, 842, 595, 595]);
    for (const [index, { lines, width }] of pages.entries()) {
      const head = lines[0]!;
      expect(head.text).toContain(index < 3 ? '一、案件' : '二、后一章');
      expect(width - head.right).toBeLessThan(80);
      expect(lines.at(-1)?.text).toBe(String(index + 1));
    }
  });

  it('set the unit of a table at its right edge, upright and across', () => {
    const [upright] = pagesOf('table');
    const across = pagesOf('wide')[1];
    for (const page of [upright!, across!]) {
      const unit = page.lines.find((line) => line.text.includes('单位'))!;
      expect(page.width - unit.right).toBeLessThan(80);
    }
  });

  it.each(['cover', 'official-cover'])('keep a cover with much longer texts on one page: %s', (name) => {
    const [cover, next, ...others] = pagesOf(name);
    expect(others).toHaveLength(0);
    expect(cover!.lines.at(-1)?.text).toContain('不是正式发布的文件');
    // Inside the coloured field, where the text of the pages begins.
    for (const { left } of cover!.lines) expect(left).toBeGreaterThan(70);
    expect(next!.lines.some((line) => line.text.includes('后一章'))).toBe(true);
  });
});
