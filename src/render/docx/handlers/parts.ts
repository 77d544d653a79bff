import type { Part } from '../../../document/vocabulary.ts';
import type { CharacterStyleId, ParagraphStyleId } from '../styles/ids.ts';
import { calloutHandler } from './callout.ts';
import { cardGroupHandler, cardsHandler, keyFiguresHandler } from './cards.ts';
import { chartHandler } from './chart.ts';
import { contentsHandler } from './contents.ts';
import { coverHandler } from './cover.ts';
import { entriesHandler } from './entries.ts';
import { figureListsHandler } from './figure-lists.ts';
import { flowHandler } from './flow.ts';
import type { BlockHandler } from './handler.ts';
import { motifHandler } from './motif.ts';
import { tableFigureHandler } from './table-figure.ts';

/** What a part becomes, by the kind of element it stands on: a block, a paragraph of some style, a run of some style. */
export interface PartRole {
  readonly block?: BlockHandler;
  readonly paragraph?: ParagraphStyleId;
  readonly inline?: CharacterStyleId;
}

/** A part whose element is enough to tell what it becomes, or that its parent's handler reads. */
const byElement: PartRole = {};

/** One role a part; a part new in the vocabulary does not compile before it stands here. */
export const partRoles: Record<Part, PartRole> = {
  cover: { block: coverHandler },
  front: { block: flowHandler },
  contents: { block: contentsHandler },
  lists: { block: figureListsHandler },
  highlights: { block: flowHandler },
  chapter: { block: flowHandler },
  appendix: { block: flowHandler },
  colophon: { block: (element, context) => flowHandler(element, { ...context, paragraphStyle: 'Colophon' }) },
  mark: { paragraph: 'CoverMark', inline: 'Mark' },
  region: { paragraph: 'CoverRegion' },
  title: byElement,
  subtitle: { paragraph: 'Subtitle' },
  motif: { block: motifHandler },
  issuer: { paragraph: 'CoverIssuer' },
  date: { paragraph: 'CoverDate' },
  note: { paragraph: 'Note' },
  number: byElement,
  unit: { paragraph: 'TableUnit', inline: 'Unit' },
  page: byElement,
  entry: byElement,
  'on-page': byElement,
  index: { block: flowHandler },
  'index-letter': { paragraph: 'IndexLetter' },
  'index-entry': { paragraph: 'IndexEntry' },
  place: byElement,
  lead: { paragraph: 'Lead' },
  'run-in': { paragraph: 'BodyText' },
  'key-figures': { block: keyFiguresHandler },
  'key-figure': { block: flowHandler },
  'card-group': { block: cardGroupHandler },
  'group-title': { paragraph: 'CardGroup' },
  cards: { block: cardsHandler },
  card: { block: flowHandler },
  label: { paragraph: 'CardLabel' },
  value: { paragraph: 'CardValue' },
  compare: { paragraph: 'CardCompare' },
  cite: { paragraph: 'CardCite' },
  entries: { block: entriesHandler },
  'entry-date': { paragraph: 'EntryDate' },
  'entry-body': { block: flowHandler },
  'entry-title': { paragraph: 'EntryTitle' },
  'entry-detail': { paragraph: 'EntryDetail' },
  callout: { block: calloutHandler },
  'callout-title': { paragraph: 'CalloutTitle' },
  chart: { block: chartHandler },
  table: { block: tableFigureHandler },
  message: { paragraph: 'Message' },
  caption: { paragraph: 'Caption' },
  source: { paragraph: 'Source' },
  total: byElement,
  group: byElement,
};
