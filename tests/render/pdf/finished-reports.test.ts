import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { visit } from '../../../src/document/visit.ts';
import { lookAlikeCharacter } from '../../../src/audit/text.ts';
import type { ReportDocument } from '../../../src/document/document.ts';
import { composeReport, examineReport } from '../../../src/pipeline.ts';
import { builtReports } from '../../built-reports.ts';
import { quietRun } from '../../examine-project.ts';
import { projectRoot } from '../../project-copy.ts';
import { select } from '../html/select.ts';
import { missingPrograms } from '../../libreoffice.ts';
import { inflatePdf } from './inflate-pdf.ts';
import { openPdf, readPages } from './read-pdf.ts';
import { paintedOutsideMarks, readTags, type ReadTag } from './read-tags.ts';

const reports = [
  { region: 'xiamen', period: '2022' },
  { region: 'xiamen', period: '2017' },
  { region: 'xiamen', period: '2022-2025' },
  { region: 'quanzhou', period: '2021' },
  { region: 'ningbo', period: '2020' },
];

const missing = ['qpdf', 'pdftotext'].filter((program) => missingPrograms(program).length > 0);
if (missing.length > 0)
  process.stderr.write(`PDF in other readers: SKIPPED, not installed: ${missing.join(', ')}\n`);

const plain = (text: string): string => text.replace(/\s/g, '');

describe.each(reports)('the PDF of $region $period', ({ region, period }) => {
  let document: ReportDocument;
  let bytes: Uint8Array;
  let pdf: PDFDocumentProxy;
  let tags: readonly ReadTag[];

  beforeAll(async () => {
    const run = quietRun(projectRoot);
    const examined = await examineReport({ region, period, theme: 'whitepaper', language: 'zh-CN' }, run);
    document = await composeReport(examined, run);
    bytes = await (await builtReports('whitepaper')).read(`${region}-${period}`, 'pdf');
    pdf = await openPdf(bytes);
    tags = await readTags(pdf);
  }, 240_000);

  it('takes 25 KB a page at most', () => {
    expect(bytes.length / pdf.numPages).toBeLessThan(25 * 1024);
  });

  it('numbers its pages as they are printed, and links lead to the pages the contents name', async () => {
    const labels = (await pdf.getPageLabels())!;
    const pages = await readPages(pdf);
    expect(labels).toHaveLength(pages.length);
    for (const [index, { lines }] of pages.entries()) {
      const folio = lines.at(-1)?.text ?? '';
      if (/^(?:[ivx]+|\d+)$/.test(folio)) expect(labels[index]).toBe(folio);
    }
    const entries = select(document.tree, 'nav').flatMap((nav) => select(h(null, nav), 'li'));
    const printed = tags.filter(({ role }) => role === 'TOCI');
    expect(entries.length).toBeGreaterThan(10);
    for (const [index, entry] of entries.entries()) {
      const link = select(h(null, entry), 'a')[0]!;
      const id = String(link.properties.href).slice(1);
      const [page] = (await pdf.getDestination(id)) as [{ num: number; gen: number }];
      // An entry has those below it in it.
      const { text } = printed[index]!;
      expect(text, id).toContain(plain(toString(link)));
      const after = text.replace(plain(toString(link)), '');
      expect(/^(?:[ivxl]+|\d+)/.exec(after)?.[0], id).toBe(labels[await pdf.getPageIndex(page)]);
    }
    expect(labels[0]).toBe('');
  });

  it('opens with its outline, title and language, and says of itself what the report does', async () => {
    const { title, issuer, subject, keywords, language, date } = document.meta;
    expect(await pdf.getPageMode()).toBe('UseOutlines');
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    const { info, metadata } = await pdf.getMetadata();
    const words = keywords.join('；');
    expect(info).toMatchObject({
      Title: title,
      Author: issuer,
      Subject: subject,
      Keywords: words,
      Language: language,
    });
    const xmp = Object.fromEntries(metadata as Iterable<[string, unknown]>);
    expect(xmp).toMatchObject({
      'dc:title': title,
      'dc:creator': [issuer],
      'dc:description': subject,
      'dc:language': language,
      'pdf:keywords': words,
      'xmp:createdate': `${date}T00:00:00Z`,
      'pdf:producer': (info as { Producer: string }).Producer,
    });
    expect(inflatePdf(bytes)).not.toContain('pdfuaid');
  });

  it('paints nothing that is neither tagged nor an artifact', async () => {
    expect(await paintedOutsideMarks(pdf)).toBe(0);
  });

  it('tags headings without a gap, in the order of the document', () => {
    const headings = tags.filter(({ role }) => /^H\d$/.test(role));
    const own = ['h1', 'h2', 'h3'].flatMap((name) => select(document.tree, name));
    expect(headings).toHaveLength(own.length);
    let level = 1;
    for (const { role, text } of headings) {
      const next = Number(role.slice(1));
      expect(next, text).toBeLessThanOrEqual(level + 1);
      level = next;
    }
    const inOrder: string[] = [];
    visit(document.tree, 'element', (element) => {
      if (/^h[1-3]$/.test(element.tagName)) inOrder.push(plain(toString(element)));
    });
    expect(headings.map(({ text }) => text)).toEqual(inOrder);
  });

  it('tags tables, pictures, lists and links as their readers expect them', async () => {
    const heads = inflatePdf(bytes).match(/<<\/S\/TH\/.*?>>\n/g) ?? [];
    expect(heads.length).toBeGreaterThan(5);
    expect(heads.filter((head) => !/\/Scope\/(?:Row|Column)/.test(head))).toEqual([]);
    const named = new Set(tags.map(({ role }) => role));
    expect(named).not.toContain('NonStruct');
    // What has no alternative text is an ornament.
    const drawn = Object.values(document.drawings).map(({ alt }) => alt);
    const pictures = tags.filter(({ role }) => role === 'Figure').map(({ alt }) => alt);
    expect(new Set(pictures)).toEqual(new Set(drawn.filter((alt) => alt !== '')));
    for (const { role, within, text } of tags) {
      if (role === 'TR') expect(within.at(-1)).toBe('Table');
      if (role === 'LBody') expect(within.at(-1)).toBe('LI');
      if (role === 'TOCI') expect(within.at(-1)).toBe('TOC');
      if (role === 'TOC') expect(within.at(-1), text).toMatch(/^(?:Document|TOCI)$/);
    }
    for (const { role, children } of tags) if (role === 'LI') expect(children).toEqual(['LBody']);
    const entries = select(document.tree, 'nav').flatMap((nav) => select(h(null, nav), 'li'));
    expect(tags.filter(({ role }) => role === 'TOCI')).toHaveLength(entries.length);
    for (let page = 1; page <= pdf.numPages; page += 1) {
      for (const annotation of await (await pdf.getPage(page)).getAnnotations()) {
        const { contentsObj, subtype } = annotation as { contentsObj: { str: string }; subtype: string };
        expect(subtype).toBe('Link');
        expect(contentsObj.str).not.toBe('');
      }
    }
  });

  it('tags the head of a table once, however many pages the table runs over', () => {
    const found = tags.filter(({ role, text }) => role === 'TH' && text !== '').length;
    const own = select(document.tree, 'th').filter((cell) => plain(toString(cell)) !== '').length;
    expect(found).toBe(own);
  });

  it.skipIf(missing.length > 0)(
    `has no fault qpdf can find, and the text of the report for other readers${missing.length > 0 ? ` (SKIPPED: no ${missing.join(', no ')})` : ''}`,
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'whitepaper-pdf-'));
      try {
        const file = join(folder, 'report.pdf');
        await writeFile(file, bytes);
        execFileSync('qpdf', ['--check', file]); // Throws on warnings, too.
        const text = plain(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }));
        expect(lookAlikeCharacter.exec(text)).toBeNull();
        for (const heading of ['h1', 'h2'].flatMap((name) => select(document.tree, name)))
          for (const part of heading.children) expect(text).toContain(plain(toString(part)));
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});
