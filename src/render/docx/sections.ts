import type { Element, Root } from 'hast';
import {
  DocumentGridType,
  NumberFormat,
  SectionType,
  type IPageNumberTypeAttributes,
  type ISectionOptions,
} from 'docx';
import { runningHead } from '../../document/body-sections.ts';
import type { Part } from '../../document/vocabulary.ts';
import type { ThemeTokens } from '../../validate/schema/theme.ts';
import { titleStyleOf } from './contents-outline.ts';
import { followingIds } from '../page-groups.ts';
import type { Context } from './context.ts';
import { elementsIn, partOf } from './element.ts';
import { coverGeometry, landscapeGeometry, pageGeometry, type PageGeometry } from './page.ts';
import { sectionGap } from './paragraph.ts';
import { folios, nothingRunning, runningHeads } from './running.ts';
import { stretchesOf, type Stretch, type StretchLayout } from './stretches.ts';
import { twipsOfPoints } from './units.ts';

/** Which pages a section of the tree belongs to; each kind has its own heads and folios. */
type Matter = 'cover' | 'front' | 'body' | 'back';

const matters: Partial<Record<Part, Matter>> = {
  cover: 'cover',
  front: 'front',
  contents: 'front',
  lists: 'front',
  colophon: 'back',
};

/**
 * Word sections for a report. Sections that share pages as they do in print (`followingIds`) share a Word section too, so
 * that whatever an officer types the others begin on a new page, with their own running head. Front matter counts i, ii,
 * …; the body begins again with 1.
 */
export function documentSections(tree: Root, context: Context): ISectionOptions[] {
  const started = new Set<Matter>();
  return sharingPages(tree, context.tokens).flatMap((sections) => {
    const matter = matterOf(sections[0]);
    const isFirst = !started.has(matter);
    started.add(matter);
    const stretches = stretchesOf(sections, context.footnotes, context.tokens);
    return stretches.map((stretch, index) => {
      const before = stretches[index - 1]?.layout;
      const isAcross = stretch.layout === 'across' || before === 'across';
      // The lists follow the contents on their page.
      const isContinued = index === 0 ? partOf(sections[0]) === 'lists' : !isAcross && !stretch.opensPage;
      return wordSection(stretch, context, {
        matter,
        isContinued,
        isFirst: isFirst && index === 0,
        head: index === 0 || isAcross ? runningHead(sections[0]) : undefined,
      });
    });
  });
}

/** Sections of the tree in groups that share their pages. */
function sharingPages(tree: Root, tokens: ThemeTokens): [Element, ...Element[]][] {
  const following = followingIds(tree, tokens);
  const groups: [Element, ...Element[]][] = [];
  for (const section of elementsIn(tree)) {
    const { id } = section.properties;
    const last = groups.at(-1);
    if (last && typeof id === 'string' && following.has(id)) last.push(section);
    else groups.push([section]);
  }
  return groups;
}

function matterOf(section: Element): Matter {
  return matters[partOf(section) ?? 'chapter'] ?? 'body';
}

interface Place {
  readonly matter: Matter;
  /** Whether it goes on on the page of the one before. */
  readonly isContinued: boolean;
  /** Whether its matter begins here, and with it the count of its pages. */
  readonly isFirst: boolean;
  /** What stands at the head of its pages; undefined where that of the section before does. */
  readonly head: string | undefined;
}

function wordSection(stretch: Stretch, context: Context, place: Place): ISectionOptions {
  const { layout } = stretch;
  const { page, properties } = pageOf(layout, place.matter, context);
  const inside: Context = {
    ...context,
    page,
    width: layout === 'columns' ? columnWidth(page) : page.textWidth,
  };
  return {
    properties: {
      ...properties,
      type: place.isContinued ? SectionType.CONTINUOUS : SectionType.NEXT_PAGE,
      page: { size: page.size, margin: page.margin, pageNumbers: pageNumbers(place) },
    },
    ...running(place, inside),
    children: stretch.sections.flatMap((section, index) => [
      ...(isSpaced(section, index, place, context) ? [sectionGap()] : []),
      ...inside.flow([section], { ...inside, titleStyle: styleOfTitle(section, context) }),
    ]),
  };
}

/** Whether a section's title must be set off from the section above; on a grid of lines a numbered one stands on the next. */
function isSpaced(section: Element, index: number, place: Place, context: Context): boolean {
  const isBelowOther = index > 0 || place.isContinued;
  const isNumbered = ['Heading1', 'AppendixHeading'].includes(styleOfTitle(section, context));
  const isSetOff = context.tokens.layout.grid === 'none' || !isNumbered;
  return isBelowOther && section.properties.id !== undefined && isSetOff;
}

const styleOfTitle = (section: Element, { outline, headings }: Context): Context['titleStyle'] =>
  titleStyleOf(section, outline, headings);

/** Twips between two columns. */
const columnSpace = 400;

const columnWidth = (page: PageGeometry): number => Math.floor((page.textWidth - columnSpace) / 2);

/** Size of the page, its columns and the grid its lines stand on. */
function pageOf(
  layout: StretchLayout,
  matter: Matter,
  { tokens }: Context,
): { page: PageGeometry; properties: NonNullable<ISectionOptions['properties']> } {
  if (matter === 'cover') return { page: coverGeometry(tokens), properties: {} };
  const page = layout === 'across' ? landscapeGeometry(tokens) : pageGeometry(tokens);
  // Lines alone: LibreOffice sets half the characters of a line where the grid makes characters narrower.
  const linePitch = gridLine(tokens);
  return {
    page,
    properties: {
      ...(layout === 'columns' && { column: { count: 2, space: columnSpace, equalWidth: true } }),
      ...(linePitch !== undefined && { grid: { type: DocumentGridType.LINES, linePitch } }),
    },
  };
}

/** Pitch in twips of the grid body lines stand on, where the theme has one. */
export function gridLine({ layout, type }: ThemeTokens): number | undefined {
  return layout.grid === 'lines' ? twipsOfPoints(type.body.leading) : undefined;
}

function pageNumbers({ matter, isFirst }: Place): IPageNumberTypeAttributes {
  return {
    ...(matter === 'front' && { formatType: NumberFormat.LOWER_ROMAN }),
    ...(matter === 'body' && { formatType: NumberFormat.DECIMAL }),
    ...(isFirst && (matter === 'front' || matter === 'body') && { start: 1 }),
  };
}

/**
 * Heads and folios of a section. What a section does not give it takes over from the one before, so folios are written
 * once for the front matter and once for the body: changing them in Word changes them everywhere.
 */
function running(
  { matter, isFirst, head }: Place,
  context: Context,
): Pick<ISectionOptions, 'headers' | 'footers'> {
  if (matter === 'cover') return {};
  if (matter === 'back') return isFirst ? nothingRunning() : {};
  const feet = isFirst ? folios(context) : {};
  return matter === 'front' || head === undefined ? feet : { ...feet, ...runningHeads(head, context) };
}
