import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { findElement, findElements, parseXml, type XmlElement } from '../../../src/render/docx/xml.ts';
import type { ReportDocument } from '../../../src/document/document.ts';
import { builtReports, type BuiltReports } from '../../built-reports.ts';
import { runProject } from '../../examine-project.ts';
import { projectRoot } from '../../project-copy.ts';
import { docxText, firstDifference, treePieces } from './docx-text.ts';

const reports = [
  ['xiamen', '2022'],
  ['xiamen', '2017'],
  ['xiamen', '2022-2025'],
  ['quanzhou', '2021'],
  ['ningbo', '2020'],
] as const;

describe.each(['whitepaper', 'gongwen'] as const)('in the theme %s', (theme) => {
  let built: BuiltReports;

  beforeAll(async () => {
    built = await builtReports(theme);
  }, 600_000);

  describe.each(reports)('the DOCX of %s %s', (region, period) => {
    let document: ReportDocument;
    let bytes: Uint8Array;

    beforeAll(async () => {
      const { composed } = await runProject(projectRoot, { region, period, theme });
      document = { ...composed!.document, drawings: {} };
      bytes = await built.read(`${region}-${period}`, 'docx');
    }, 60_000);

    it('says what the tree says, every figure in its place, and nothing else', () => {
      const { pieces, notes } = treePieces(document.tree);
      const { body, notes: printed } = docxText(bytes);
      expect(pieces.filter(({ figure }) => figure).length).toBeGreaterThan(50);
      expect(firstDifference(pieces, body)).toBeUndefined();
      // The reference bears the brackets, the footnote its bare number.
      for (const note of notes) expect(printed).toContain(note.replace(/^［\D+\d+］/, ''));
    });

    it('can be found and filed by its properties', () => {
      const core = part(bytes, 'docProps/core.xml');
      const { meta } = document;
      const expected = {
        'dc:title': meta.title,
        'dc:subject': meta.subject,
        'dc:creator': meta.issuer,
        'cp:keywords': meta.keywords.join('；'),
        'cp:category': meta.keywords[0],
        'dc:language': meta.language,
      };
      for (const [name, value] of Object.entries(expected))
        expect(findElement(core, name)?.text, name).toBe(value);
      const language = findElement(part(bytes, 'word/styles.xml'), 'w:lang')?.attributes;
      expect(language).toMatchObject({ 'w:val': 'en-US', 'w:eastAsia': meta.language });
      expect(findElement(part(bytes, 'word/settings.xml'), 'w:themeFontLang')?.attributes['w:eastAsia']).toBe(
        meta.language,
      );
    });

    it('can be followed without seeing it: pictures, charts and tables have titles, tables heads', () => {
      const body = part(bytes, 'word/document.xml');
      for (const { children, attributes } of findElements(body, 'wp:docPr')) {
        const isOrnament = children.some((child) => findElement(child, 'adec:decorative'));
        if (!isOrnament) expect(attributes.descr?.length ?? 0, attributes.name).toBeGreaterThan(8);
      }
      const tables = findElements(body, 'w:tbl').filter(
        (table) => value(table, 'w:tblStyle') === 'ThreeLine',
      );
      expect(tables.length).toBeGreaterThan(3);
      for (const table of tables) {
        expect(value(table, 'w:tblCaption')).toMatch(/\S/);
        expect(
          findElement(
            table.children.find(({ name }) => name === 'w:tr')!,
            'w:tblHeader',
          ),
        ).toBeDefined();
        for (const row of findElements(table, 'w:tr')) expect(findElement(row, 'w:cantSplit')).toBeDefined();
      }
    });
  });
});

const part = (docx: Uint8Array, name: string): XmlElement => parseXml(strFromU8(unzipSync(docx)[name]!));

const value = (element: XmlElement, name: string): string | undefined =>
  findElement(element, name)?.attributes['w:val'];
