import { chart } from './chart.ts';
import { checks } from './checks.ts';
import { comparison, comparisonsLeft, nextSteps, problems } from './assessment.ts';
import {
  changeOf,
  citeOf,
  concat,
  date,
  fieldOf,
  filledWord,
  levelOf,
  mark,
  names,
  periodOf,
  printed,
  regionOf,
  remark,
  scopeOf,
  unitOf,
  when,
} from './items.ts';
import { targetStatus, taskChapters, taskMatrix } from './plan.ts';
import {
  blocks,
  chapter,
  figureList,
  figuresElsewhere,
  has,
  highlights,
  list,
  ranks,
  sectionsOfFigures,
} from './lists.ts';
import { beforeRevision, revisions } from './revisions.ts';
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
  'level-of': levelOf,
  'cite-of': citeOf,
  mark,
  when,
  printed,
  'unit-of': unitOf,
  'period-of': periodOf,
  'region-of': regionOf,
  'scope-of': scopeOf,
  'field-of': fieldOf,
  'change-of': changeOf,
  'target-status': targetStatus,
  'before-revision': beforeRevision,
};

/** The helpers that look things up for templates. */
export const valueHelpers: Readonly<Record<string, ValueHelper>> = {
  has,
  list,
  figures: figureList,
  'figure-sections': sectionsOfFigures,
  blocks,
  highlights,
  chapter,
  checks,
  ranks,
  revisions,
  problems,
  'next-steps': nextSteps,
  comparison,
  'comparisons-left': comparisonsLeft,
  'task-chapters': taskChapters,
  'task-matrix': taskMatrix,
  'figures-elsewhere': figuresElsewhere,
  concat,
  word: filledWord,
};
