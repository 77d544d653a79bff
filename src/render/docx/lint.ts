import { unpack, type Parts } from './package/zip.ts';
import { chartsEqualWorkbooks } from './lint/chart-rules.ts';
import { openPackage, type Fault, type OpenPackage } from './lint/fault.ts';
import {
  alternativeTexts,
  contentTypesExist,
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
];

/** What is wrong with a DOCX that the Open XML SDK does not see. Empty for a file Word opens without a word. */
export function lintDocx(docx: Uint8Array | Parts): Fault[] {
  const { opened, faults } = openPackage(docx instanceof Map ? docx : unpack(docx));
  return [...faults, ...rules.flatMap((rule) => rule(opened))];
}
