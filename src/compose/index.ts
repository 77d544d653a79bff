import type { CheckResult } from '../check/check.ts';
import type { ChartRequest } from '../document/drawing.ts';
import type { Diagnostics, Place } from '../diagnostics/diagnostic.ts';
import type { Facts } from '../derive/facts.ts';
import type { Inputs } from '../validate/index.ts';
import type { Localized } from '../validate/schema/text.ts';
import { nameInLanguage } from '../validate/name-in-language.ts';
import { reportUnused } from './helpers/narrative.ts';
import { checkColumns } from './check-columns.ts';
import { checkLinks } from './check-links.ts';
import { fillContents } from './contents.ts';
import { createContext, word } from './context.ts';
import { fillFigureLists } from './figure-lists.ts';
import { figureNotes } from './figure-notes.ts';
import { fillIndex } from './indicator-index.ts';
import type { DocumentMeta, ReportDocument } from '../document/document.ts';
import { screenWords, type ScreenWords } from '../document/screen-words.ts';
import { markupPlace } from './markup-place.ts';
import { markupExcess } from './markup-size.ts';
import { numberTree } from './number.ts';
import { parseTree } from './parse-tree.ts';
import { runTemplates } from './run-templates.ts';
import { createView } from './view.ts';

/** A report with everything but its drawings, and what is to be drawn. */
export interface Composed {
  readonly document: Omit<ReportDocument, 'drawings'>;
  readonly requests: readonly ChartRequest[];
}

/** Run the templates once over the facts and make of their output the one tree all formats are made from. */
export function compose(
  inputs: Inputs,
  facts: Facts,
  checks: readonly CheckResult[],
  diagnostics: Diagnostics,
): Composed {
  const context = createContext(inputs, facts, diagnostics, checks);
  const html = runTemplates(context, `reports/${inputs.head.kind}`, createView(context));
  diagnostics.throwIfErrors();
  reportUnused(context);
  const main = `reports/${inputs.head.kind}`;
  const excess = markupExcess(html);
  if (excess) {
    const { limit, found, at } = excess;
    const needles = [40, 20, 10].map((length) => html.slice(at, at + length));
    diagnostics.report('LIMIT_EXCEEDED', { limit, found }, markupPlace(inputs.templates, main, needles));
    diagnostics.throwIfErrors();
  }
  const placeOf = (needles: readonly string[]): Place => markupPlace(inputs.templates, main, needles);
  const charts = new Set(context.requests.map(({ chart }) => chart));
  const tree = parseTree(html, diagnostics, { charts, placeOf });
  checkColumns(tree, diagnostics, placeOf);
  // In a tree that is none, contents may come to stand in their own headings.
  diagnostics.throwIfErrors();
  const labels = numberTree(tree, context);
  fillContents(tree);
  fillFigureLists(tree, context);
  fillIndex(tree, labels, context);
  checkLinks(tree, context);
  const figures = Object.fromEntries(context.printed);
  const notes = figureNotes(context);
  const words = Object.fromEntries(screenWords.map((key) => [key, word(context, key)])) as ScreenWords;
  return { document: { meta: metaOf(inputs), tree, figures, notes, words }, requests: context.requests };
}

function metaOf({ head, region, period, language, report }: Inputs): DocumentMeta {
  const inLanguage = (text: Localized): string => nameInLanguage(language, text);
  return {
    region: region.id,
    regionName: inLanguage(region.name),
    period,
    place: report.yaml.place(['report']),
    title: inLanguage(head.title),
    subject: inLanguage(head.title),
    issuer: inLanguage(head.issuer),
    keywords: head.keywords,
    date: head.date,
    language,
    sample: head.sample,
  };
}
