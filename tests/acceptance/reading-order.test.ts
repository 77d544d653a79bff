import { expect, it } from 'vitest';
import { pagesAlone } from '../../src/audit/compare.ts';
import { expectedText } from '../../src/audit/expected.ts';
import { readPdf } from '../../src/audit/read-pdf.ts';
import { tableHeads, withoutRepeatedHeads } from '../../src/audit/repeated-heads.ts';
import { joinPieces } from '../../src/audit/text.ts';
import { composeReport, examineReport } from '../../src/pipeline.ts';
import { builtReports } from '../built-reports.ts';
import { quietRun, request } from '../examine-project.ts';
import { projectRoot } from '../project-copy.ts';

const run = quietRun(projectRoot);

it.each([
  ['xiamen', '2022'],
  ['xiamen', '2017'],
  ['xiamen', '2022-2025'],
  ['quanzhou', '2021'],
  ['ningbo', '2020'],
])(
  'read aloud by its tags, the PDF of %s %s is the document: headings, paragraphs, captions, cells and notes in order',
  async (region, period) => {
    const examined = await examineReport({ ...request, region, period }, run);
    const document = await composeReport(examined, run);
    const built = await builtReports('whitepaper');
    const { text } = expectedText(document, { pages: true, indexPages: true, draws: () => true });
    const { pieces } = await readPdf(await built.read(`${region}-${period}`, 'pdf'));
    const found = joinPieces(withoutRepeatedHeads(pieces, text, tableHeads(document.tree))).text;
    expect(text.length).toBeGreaterThan(8000);
    // Nothing differs but the page numbers of the contents, which the document does not know.
    if (pagesAlone(text, found) === undefined) expect(found).toBe(text);
  },
  120_000,
);
