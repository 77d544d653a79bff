import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import {
  DocumentGridType,
  NumberFormat,
  SectionType,
  type IPageNumberTypeAttributes,
  type ISectionOptions,
} from 'docx';
import type { Part } from '../../document/vocabulary.ts';
import type { ThemeTokens } from '../../validate/schema/theme.ts';
import { titleStyleOf } from './contents-outline.ts';
import type { Context } from './context.ts';
import { elementsIn, partOf } from './element.ts';
import { coverGeometry, type PageGeometry } from './page.ts';
import { folios, nothingRunning, runningHeads } from './running.ts';
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
 * One Word section for each section of the tree, so that every chapter begins on a new page with its own running head,
 * whatever an officer does to the text before it; where the theme lets chapters run on, one for all that follow each
 * other. Front matter counts i, ii, …; the body begins again with 1.
 */
export function documentSections(tree: Root, context: Context): ISectionOptions[] {
  const started = new Set<Matter>();
  return grouped(elementsIn(tree), context).flatMap((elements) => {
    const part = elements[0] && partOf(elements[0]);
    const matter: Matter = (part && matters[part]) ?? 'body';
    const first = !started.has(matter);
    started.add(matter);
    const own = section(elements, matter, first, context);
    const index = elements.flatMap(elementsIn).find((child) => partOf(child) === 'index');
    return index ? [own, indexColumns(index, context)] : [own];
  });
}

/** The entries of an index stand in columns of their own below its title, which a Word section of theirs makes. */
function indexColumns(index: Element, context: Context): ISectionOptions {
  const space = 400;
  const width = Math.floor((context.width - space) / 2);
  return {
    properties: {
      ...pageProperties(context.page, 'body', false, context, SectionType.CONTINUOUS),
      column: { count: 2, space, equalWidth: true },
    },
    children: context.flow([index], { ...context, width }),
  };
}

/** Elements that share a Word section. */
function grouped(elements: readonly Element[], { tokens }: Context): (readonly Element[])[] {
  const groups: Element[][] = [];
  for (const element of elements) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const runsOn =
      tokens.layout.chapters === 'run-on' &&
      partOf(element) === 'chapter' &&
      before !== undefined &&
      (matters[partOf(before) ?? 'chapter'] ?? 'body') === 'body';
    if (group && runsOn) group.push(element);
    else groups.push([element]);
  }
  return groups;
}

function section(
  elements: readonly Element[],
  matter: Matter,
  first: boolean,
  context: Context,
): ISectionOptions {
  const page = matter === 'cover' ? coverGeometry(context.tokens) : context.page;
  const isAfterContents = elements[0] !== undefined && partOf(elements[0]) === 'lists';
  const children = elements.flatMap((element) => {
    const alone = { ...element, children: element.children.filter((child) => !isIndex(child)) };
    return context.flow([alone], {
      ...context,
      titleStyle: titleStyleOf(element, context.outline, context.headings),
    });
  });
  return {
    // The lists follow the contents on their page.
    properties: pageProperties(
      page,
      matter,
      first,
      context,
      isAfterContents ? SectionType.CONTINUOUS : undefined,
    ),
    ...running(elements[0], matter, first, context),
    children,
  };
}

function isIndex(node: Element['children'][number]): boolean {
  return node.type === 'element' && partOf(node) === 'index';
}

/** Pitch in twips of the grid body lines stand on, where the theme has one. */
export function gridLine({ layout, type }: ThemeTokens): number | undefined {
  return layout.grid === 'lines' ? twipsOfPoints(type.body.leading) : undefined;
}

function pageProperties(
  page: PageGeometry,
  matter: Matter,
  first: boolean,
  { tokens }: Context,
  type: (typeof SectionType)[keyof typeof SectionType] = SectionType.NEXT_PAGE,
): NonNullable<ISectionOptions['properties']> {
  const pageNumbers: IPageNumberTypeAttributes = {
    ...(matter === 'front' && { formatType: NumberFormat.LOWER_ROMAN }),
    ...(matter === 'body' && { formatType: NumberFormat.DECIMAL }),
    ...(first && (matter === 'front' || matter === 'body') && { start: 1 }),
  };
  // Lines alone: LibreOffice sets half the characters of a line where the grid makes characters narrower.
  const linePitch = gridLine(tokens);
  return {
    type,
    page: { size: page.size, margin: page.margin, pageNumbers },
    ...(linePitch !== undefined &&
      matter !== 'cover' && { grid: { type: DocumentGridType.LINES, linePitch } }),
  };
}

/**
 * Heads and folios of a section. What a section does not give it takes over from the one before, so folios are written
 * once for the front matter and once for the body: changing them in Word changes them everywhere.
 */
function running(
  element: Element | undefined,
  matter: Matter,
  first: boolean,
  context: Context,
): Pick<ISectionOptions, 'headers' | 'footers'> {
  if (matter === 'cover') return {};
  if (matter === 'back') return first ? nothingRunning() : {};
  const feet = first ? folios(context) : {};
  return matter === 'front' || !element ? feet : { ...feet, ...runningHeads(runningTitle(element), context) };
}

/** What the section is called in its running head: `data-running`, else its title. */
function runningTitle(element: Element): string {
  const stated = element.properties.dataRunning;
  if (typeof stated === 'string') return stated;
  const title = elementsIn(element).find((child) => child.tagName === 'h1');
  return title ? toString(title) : '';
}
