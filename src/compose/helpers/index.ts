import { chart } from './chart.ts';
import { citeOf, computedMark, concat, date, filledWord, names, printed, remark } from './items.ts';
import { blocks, figureList, has, highlights, list, sectionsOfFigures } from './lists.ts';
import type { StructureHelper, ValueHelper } from './helper.ts';
import { narrative, paragraphsOf, textOf } from './narrative.ts';
import { cite, ref } from './references.ts';
import { table } from './table.ts';

/** The helpers that build the document's parts; prose in data cannot call them. */
export const structureHelpers: Readonly<Record<string, StructureHelper>> = {
  chart,
  table,
  ref,
  cite,
  narrative,
  text: textOf,
  paragraphs: paragraphsOf,
  date,
  names,
  remark,
  'cite-of': citeOf,
  'computed-mark': computedMark,
  printed,
};

/** The helpers that look things up for templates. */
export const valueHelpers: Readonly<Record<string, ValueHelper>> = {
  has,
  list,
  figures: figureList,
  'figure-sections': sectionsOfFigures,
  blocks,
  highlights,
  concat,
  word: filledWord,
};
