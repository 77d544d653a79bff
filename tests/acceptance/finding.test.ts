import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from '../../src/document/visit.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { textProperty } from '../../src/compose/parse-tree.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { createHost } from '../../src/host.ts';
import { listReports } from '../../src/load/list-reports.ts';
import { unpack } from '../../src/render/docx/package/zip.ts';
import { findElement, findElements, parseXml } from '../../src/render/docx/xml.ts';
import { builtReports } from '../built-reports.ts';
import { projectRoot } from '../project-copy.ts';
import { openPdf, readPages } from '../render/pdf/read-pdf.ts';

const reports = await listReports(createHost(projectRoot), new Diagnostics());

/** What a link of a PDF shows and the number printed on the page it leads to. */
interface ReadLink {
  readonly text: string;
  readonly leadsTo: string;
}

/** Every link with what is printed inside its rectangle; a link over two lines is two of them. */
async function readLinks(bytes: Uint8Array): Promise<ReadLink[]> {
  const pdf = await openPdf(bytes);
  const folios = (await readPages(pdf)).map(({ lines }) => lines.at(-1)?.text ?? '');
  const links: ReadLink[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    for (const { subtype, dest, rect } of (await page.getAnnotations()) as {
      subtype: string;
      dest?: string | unknown[] | null;
      rect: [number, number, number, number];
    }[]) {
      if (subtype !== 'Link' || dest === undefined || dest === null) continue;
      const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
      const index = await pdf.getPageIndex(target![0] as { num: number; gen: number });
      const [left, bottom, right, top] = rect;
      const inside = items.filter((item) => {
        if (!('str' in item)) return false;
        const [x, y] = [Number(item.transform[4]) + item.width / 2, Number(item.transform[5])];
        return x > left && x < right && y > bottom - 1 && y < top;
      });
      const text = inside.map((item) => ('str' in item ? item.str : '')).join('');
      links.push({ text: text.replace(/\s/g, ''), leadsTo: folios[index]! });
    }
  }
  return links;
}

describe.each(reports)('$region $period', ({ region, period }) => {
  let folder: string;
  const file = async (format: string): Promise<Uint8Array> =>
    new Uint8Array(await readFile(join(folder, `${region!}-${period}.${format}`)));

  beforeAll(async () => {
    const built = await builtReports('whitepaper');
    folder = built.folder(`${region!}-${period}`);
  }, 180_000);

  it('prints in the PDF the number of the page each entry, reference and place of the index leads to', async () => {
    const links = await readLinks(await file('pdf'));
    const kinds = {
      entries: links.filter(({ text }) => /^(?:图|表).+[^\d-]\d+$/.test(text)),
      references: links.flatMap(({ text, leadsTo }) => {
        const page = /（第(\w+)页）/.exec(text)?.[1];
        return page === undefined ? [] : [{ text: page, leadsTo }];
      }),
      places: links.filter(({ text }) => /^(?:\d+|[ivxlc]+)$/.test(text)),
    };
    expect(kinds.entries.length).toBeGreaterThan(5);
    expect(kinds.references.length).toBeGreaterThan(1);
    const hasIndex = links.some(({ text }) => text.includes('指标索引'));
    expect(hasIndex).toBe(period.length === 4);
    if (hasIndex) expect(kinds.places.length).toBeGreaterThan(40);
    for (const { text, leadsTo } of kinds.entries) expect(text).toMatch(new RegExp(`${leadsTo}$`));
    for (const { text, leadsTo } of [...kinds.references, ...kinds.places]) expect(text).toBe(leadsTo);
  });

  it('is a DOCX whose lists and references show a page number', async () => {
    const bytes = await file('docx');
    const body = parseXml(String(unpack(bytes).get('word/document.xml')));
    const lines = findElements(body, 'w:p').filter(
      (paragraph) => findElement(paragraph, 'w:pStyle')?.attributes['w:val'] === 'TableOfFigures',
    );
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const texts = findElements(line, 'w:t').map(({ text }) => text);
      expect(texts.at(-1)).toMatch(/^\d+$/);
      expect(texts.join('')).toMatch(/^(?:图|表)[附\d]/);
    }
    const names = new Set(
      findElements(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']),
    );
    for (const { attributes } of findElements(body, 'w:hyperlink'))
      expect(names).toContain(attributes['w:anchor']);
  });

  it('is an HTML page each of whose links leads somewhere, without a word about pages', async () => {
    const html = strFromU8(await file('html'));
    const ids = new Set<string>();
    const hrefs: string[] = [];
    visit(fromHtml(html), 'element', (element: Element) => {
      const id = textProperty(element, 'id');
      if (id !== undefined) {
        expect(ids).not.toContain(id);
        ids.add(id);
      }
      const href = textProperty(element, 'href');
      if (element.tagName === 'a' && href !== undefined) hrefs.push(href);
    });
    expect(hrefs.length).toBeGreaterThan(50);
    for (const href of hrefs) expect(ids).toContain(href.slice(1));
    expect(html).not.toMatch(/第(?:<[^>]*>)*页）/);
  });
});
