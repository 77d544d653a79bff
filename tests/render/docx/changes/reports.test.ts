import { beforeAll, describe, expect, it } from 'vitest';
import { trackChanges } from '../../../../src/render/docx/changes/track-changes.ts';
import { lintDocx } from '../../../../src/render/docx/lint.ts';
import { unpack, type Parts } from '../../../../src/render/docx/package/zip.ts';
import { findElement, findElements, serializeXml, type XmlElement } from '../../../../src/render/docx/xml.ts';
import { builtReports, type BuiltReports } from '../../../built-reports.ts';
import { shown, xml } from '../sample-docx.ts';
import { by, changesIn } from './sample-package.ts';
import { paragraphTexts, settle } from './settle.ts';
import { validate } from '../../../open-xml-sdk.ts';

const body = 'word/document.xml';

function expectBothWays(older: Parts, newer: Parts, marked: Parts): void {
  const root = xml(marked, body);
  expect(paragraphTexts(settle(root, 'accept'))).toEqual(paragraphTexts(xml(newer, body)));
  expect(paragraphTexts(settle(root, 'reject'))).toEqual(paragraphTexts(xml(older, body)));
  expect(lintDocx(marked)).toEqual([]);
}

/** A report as it may have been in an earlier edition: every element passed through `edit`, which may drop or change it. */
function edited(
  parts: Parts,
  root: XmlElement,
  edit: (element: XmlElement) => XmlElement | undefined,
): Parts {
  const through = (element: XmlElement): XmlElement => ({
    ...element,
    children: element.children.flatMap((child) => {
      const kept = edit(child);
      return kept ? [through(kept)] : [];
    }),
  });
  return new Map(parts).set(body, serializeXml(through(root)));
}

describe('changes between editions of the reports of the project', () => {
  let built: BuiltReports;
  let report: Parts;
  beforeAll(async () => {
    built = await builtReports('whitepaper');
    report = unpack(await built.read('xiamen-2022', 'docx'));
  }, 180_000);

  it('finds none between a report and itself', () => {
    expect(trackChanges(report, new Map(report), by)).toBeUndefined();
  });

  it('marks what was edited, added and left out, and nothing else', () => {
    const root = xml(report, body);
    const blocks = findElement(root, 'w:body')!.children;
    const plain = (element: XmlElement | undefined): boolean =>
      element?.name === 'w:p' && findElement(element, 'w:pStyle')?.attributes['w:val'] === 'BodyText';
    const gone = blocks.filter((block) => plain(block) && shown(block).length > 40)[5]!;
    const figure = findElements(root, 'w:t').filter((one) => /^\d{4,}件$/.test(one.text))[3]!;
    const row = findElements(root, 'w:tr').filter(
      ({ children }) => children.length > 3 && !findElement(children[0]!, 'w:tblHeader'),
    )[12]!;
    // In the older edition the row and the paragraph were not there yet, and the figure was another.
    const older = edited(report, root, (element) => {
      if (element === gone || element === row) return undefined;
      return element === figure ? { ...element, text: '90417件' } : element;
    });
    const marked = unpack(trackChanges(older, report, by)!);
    expectBothWays(older, report, marked);
    const changes = changesIn(xml(marked, body));
    const cells = findElements(row, 'w:tc').map((cell) => `+${shown(cell)}`);
    const expected = [
      '−90417',
      `+${figure.text.replace('件', '')}`,
      `+${shown(gone)}`,
      ...cells.filter((cell) => cell !== '+'),
    ];
    expect([...changes].sort()).toEqual(expected.sort());
  }, 120_000);

  it('gives either of two reports that have little in common', async () => {
    const [plan, summary] = ['xiamen-2022-2025', 'xiamen-2017'];
    const older = unpack(await built.read(plan, 'docx'));
    const newer = unpack(await built.read(summary, 'docx'));
    const bytes = trackChanges(older, newer, by)!;
    expectBothWays(older, newer, unpack(bytes));
    expect(await validate(bytes, 'docx', 'Microsoft365')).toEqual([]);
  }, 120_000);
});
