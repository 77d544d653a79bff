import { unpack, type Parts } from './package/zip.ts';
import { chartsEqualWorkbooks } from './lint/chart-rules.ts';
import { openPackage, type Fault, type LintRule, type OpenPackage } from './lint/fault.ts';
import { fieldsBalanced } from './lint/field-rules.ts';
import {
  bookmarksPaired,
  controlsUnique,
  drawingsUnique,
  notesExist,
  revisionsSigned,
} from './lint/id-rules.ts';
import { columnsAddUp, paragraphsFilled, sectionsComplete } from './lint/layout-rules.ts';
import { entriesPlain, namesDeclared } from './lint/name-rules.ts';
import {
  alternativeTexts,
  contentTypesExist,
  partsReached,
  relationshipsExist,
  relationshipTargetsExist,
} from './lint/package-rules.ts';
import {
  bookmarksUnique,
  bookmarkTargetsExist,
  cellsEndWithParagraph,
  fieldsClean,
  numberingExists,
  stylesExist,
} from './lint/text-rules.ts';

const rules: readonly ((opened: OpenPackage) => Fault[])[] = [
  cellsEndWithParagraph,
  stylesExist,
  numberingExists,
  bookmarksUnique,
  bookmarkTargetsExist,
  fieldsClean,
  relationshipTargetsExist,
  relationshipsExist,
  contentTypesExist,
  alternativeTexts,
  chartsEqualWorkbooks,
  partsReached,
  notesExist,
  controlsUnique,
  drawingsUnique,
  bookmarksPaired,
  fieldsBalanced,
  revisionsSigned,
  sectionsComplete,
  columnsAddUp,
  paragraphsFilled,
  namesDeclared,
];

/**
 * What is wrong with a DOCX that the Open XML SDK does not see. Empty for a file Word opens without a word. Who has the `parts`
 * of the file at hand spares it to be unpacked.
 */
export function lintDocx(
  docx: Uint8Array | Parts,
  parts = docx instanceof Map ? docx : unpack(docx),
): Fault[] {
  const entries = docx instanceof Map ? [] : entriesPlain(docx);
  const { opened, faults } = openPackage(parts);
  return [...entries, ...faults, ...rules.flatMap((rule) => rule(opened))];
}

/** A file was built that Word would call damaged or show otherwise than the tree says: always our bug. */
export class DocxUnsound extends Error {
  override readonly name = 'DocxUnsound';

  constructor(faults: readonly Fault[]) {
    const first = faults.slice(0, 5).map(({ rule, part, what }) => `${rule} ${part}: ${what}`);
    super(`DOCX: ${faults.length} faults; ${first.join('; ')}`);
  }
}

/** What only makes a file harder to edit: nobody is kept from publishing by it. */
const untidy = new Set<LintRule>(['paragraph-filled', 'columns-add-up', 'part-reached']);

/** Throws `DocxUnsound` for a file that must not leave the program; `parts` are those it was packed from. */
export function refuseUnsound(docx: Uint8Array, parts?: Parts): void {
  const faults = lintDocx(docx, parts).filter(({ rule }) => !untidy.has(rule));
  if (faults.length > 0) throw new DocxUnsound(faults);
}
