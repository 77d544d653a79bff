import type { Figure } from '../../derive/figure.ts';
import { isOfReport } from '../../derive/facts.ts';
import { sectionIds, type SectionId } from '../../validate/schema/catalogue.ts';
import { figureOf, hasFigure } from '../evaluate.ts';
import { placed } from './assessment.ts';
import { slotText } from './narrative.ts';
import type { ValueHelper } from './helper.ts';

/** `{{#if (has "creation.patent.granted.invention" "narrative:creation.patents" "list:honours")}}`: all are there. */
export const has: ValueHelper = (context, { args }) => {
  const { narrative, lists } = context.inputs.report.content;
  return args.every((name) => {
    const text = String(name);
    if (text.startsWith('narrative:')) {
      const name = text.slice('narrative:'.length);
      context.slots.add(name);
      const [section = '', slot = ''] = name.split('.');
      return slotText(narrative, section, slot) !== undefined;
    }
    if (text.startsWith('list:')) return (listNamed(lists, text.slice('list:'.length))?.length ?? 0) > 0;
    if (text.startsWith('target:')) return context.facts.targets.has(text.slice('target:'.length));
    return hasFigure(context, text);
  });
};

/** `{{#each (list "honours" level="national")}}`: items of a list, each with its `path` for `{{text this}}`. */
export const list: ValueHelper = (context, { args, hash }) => {
  const name = String(args[0]);
  const items = listNamed(context.inputs.report.content.lists, name) ?? [];
  return items
    .map((item, index): Record<string, unknown> => ({ ...item, path: ['lists', name, index] }))
    .filter((item) => Object.entries(hash).every(([key, value]) => item[key] === value));
};

/**
 * `{{#each (figures "id" "id" … most=3)}}`: of these indicators the ones this report has, the first `most` of them, so
 * that tables and key figures fit every region.
 */
export const figureList: ValueHelper = (context, { args, hash: { most, least } }) => {
  const known = args.map(String).filter((id) => !context.inputs.catalogue[id] || hasFigure(context, id));
  if (typeof least === 'number' && known.length < least) return [];
  return known.slice(0, typeof most === 'number' ? most : undefined);
};

/** `{{#each (blocks "protection")}}`: the sections a report adds to a chapter, each with its `path` for `{{paragraphs this}}`. */
export const blocks: ValueHelper = (context, { args }) => {
  const section = String(args[0]) as SectionId;
  return (context.inputs.report.content.blocks?.[section] ?? []).map((block, index) => {
    const path = ['blocks', section, index];
    return { ...block, ...placed(context, path, block), path };
  });
};

/**
 * `{{#each (highlights)}}`: the cards of the report by group, in the order of the groups' first cards. Reports
 * INDICATOR_UNKNOWN and FIGURE_MISSING: a card asked for is never left out without a word.
 */
export const highlights: ValueHelper = (context) => {
  const { content, yaml } = context.inputs.report;
  const cards = (content.highlights ?? []).flatMap((card, index) => {
    const path = ['highlights', index] as const;
    if (!figureOf(context, card.indicator, yaml.place([...path, 'indicator']))) return [];
    return [{ ...card, path, section: card.group ?? card.indicator.split('.')[0] ?? '' }];
  });
  return [...new Set(cards.map(({ section }) => section))].map((section) => ({
    section,
    cards: cards.filter((card) => card.section === section),
  }));
};

/** `{{#if (chapter "creation")}}`: the report has a text, a section or a figure for this chapter. */
export const chapter: ValueHelper = ({ inputs, facts }, { args }) => {
  const section = String(args[0]);
  const { narrative, blocks: added } = inputs.report.content;
  if (narrative && Object.hasOwn(narrative, section)) return true;
  if (added && Object.hasOwn(added, section)) return true;
  return [...facts.figures.values()].some(
    (figure) =>
      figure.indicator.startsWith(`${section}.`) && isOfReport(facts, figure) && figure.status !== 'target',
  );
};

/** `{{#each (ranks minimum=3)}}`: the ranks of the report's own file, none where they are fewer than `minimum`. */
export const ranks: ValueHelper = ({ facts }, { hash: { minimum } }) => {
  const own = [...facts.figures.values()].filter(
    (figure) => figure.kind === 'rank' && isOfReport(facts, figure),
  );
  return own.length < (typeof minimum === 'number' ? minimum : 1) ? [] : own;
};

/** Figures printed so far that stand in other files, of other years, plans and regions, for a table of their own. */
export const figuresElsewhere: ValueHelper = ({ facts, printed }) =>
  [...printed.values()].filter(
    (figure) => !isOfReport(facts, figure) && figure.provenance.formula === undefined,
  );

/**
 * `{{#each (figure-sections)}}`: every section with the figures the report's own file states, for the table of all figures;
 * none where these are of fewer than `minimum` indicators.
 */
export const sectionsOfFigures: ValueHelper = ({ inputs, facts }, { hash: { minimum } }) => {
  const stated = new Map<string, Figure[]>();
  for (const figure of facts.figures.values()) {
    if (!isOfReport(facts, figure) || figure.provenance.formula !== undefined) continue;
    const { indicator } = figure;
    stated.set(indicator, [...(stated.get(indicator) ?? []), figure]);
  }
  const ids = Object.keys(inputs.catalogue);
  const sections = sectionIds.flatMap((section) => {
    const own = ids.filter((id) => id.startsWith(`${section}.`)).flatMap((id) => stated.get(id) ?? []);
    return own.length === 0 ? [] : [{ section, figures: own }];
  });
  const indicators = new Set(sections.flatMap(({ figures }) => figures.map(({ indicator }) => indicator)));
  return indicators.size < (typeof minimum === 'number' ? minimum : 1) ? [] : sections;
};

function listNamed(lists: unknown, name: string): readonly object[] | undefined {
  if (lists === undefined || !Object.hasOwn(lists as object, name)) return undefined;
  return (lists as Readonly<Record<string, readonly object[]>>)[name];
}
