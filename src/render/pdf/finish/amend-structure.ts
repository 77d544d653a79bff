import { isArray, isDictionary } from './pdf-value.ts';
import { isContent, isTag, type Tag, type TagChild, type TagContent } from './structure.ts';

/** What is known of marked content from the page it stands on. */
export interface PaintedMark {
  readonly paints: boolean;
  readonly paintsObject: boolean;
  /** Glyphs shown, as written. */
  readonly glyphs: string;
}

/** What a tree is judged by. */
export interface TreeFacts {
  readonly mark: (content: TagContent) => PaintedMark | undefined;
  /** Whether a link's annotation, by object number, leads to a place of the file. */
  readonly isInner: (annotation: number) => boolean;
}

/** Elements that mean something even when there is nothing in them. */
const empty: ReadonlySet<string> = new Set(['Document', 'TD', 'TH']);

/**
 * The tree as readers of tags expect it: without elements that say nothing, without decoration and without the table heads
 * the browser sets again on further pages; lists with bodies; a list of nothing but inner links as a table of contents.
 * What is no longer in the tree is an artifact. Chromium's tree is not changed.
 */
export function amendStructure(tree: Tag, facts: TreeFacts): Tag {
  const amended = amend(tree, facts, false)[0];
  if (!amended || !isTag(amended)) throw new Error('The printed PDF has no structure tree');
  return amended;
}

function amend(child: TagChild, facts: TreeFacts, inFigure: boolean): TagChild[] {
  if (!isTag(child)) return isContent(child) && !inFigure && isDecoration(facts.mark(child)) ? [] : [child];
  const figure = inFigure || child.kind === 'Figure';
  const children = child.children.flatMap((inner) => amend(inner, facts, figure));
  if (child.kind === 'NonStruct') return children;
  if (children.length === 0 && !empty.has(child.kind)) return [];
  return [shape({ ...child, entries: withoutDefaults(child.entries), children }, facts)];
}

/** Backgrounds, borders and rules; content of a picture is never decoration. */
function isDecoration(painted: PaintedMark | undefined): boolean {
  return painted === undefined || (painted.glyphs === '' && !painted.paintsObject);
}

function shape(tag: Tag, facts: TreeFacts): Tag {
  if (tag.kind === 'TH') return { ...tag, children: onFirstPage(tag.children, facts) };
  if (tag.kind === 'L') return isContents(tag, facts) ? contents(tag) : tag;
  // What a picture stands in is one itself only to HTML, and has no alternative text.
  if (tag.kind === 'Figure' && tag.children.some((child) => isTag(child) && child.kind === 'Figure'))
    return { ...tag, kind: 'Div', children: inParagraphs(tag.children) };
  if (tag.kind === 'Document' || tag.kind === 'Div') return { ...tag, children: inParagraphs(tag.children) };
  return tag.kind === 'LI' ? withBody(tag) : tag;
}

/** Text that stands among blocks is a paragraph of its own. */
function inParagraphs(children: readonly TagChild[]): TagChild[] {
  const blocks: TagChild[] = [];
  let run: TagChild[] = [];
  for (const child of children) {
    if (isTag(child)) {
      blocks.push(...paragraph(run), child);
      run = [];
    } else run.push(child);
  }
  return [...blocks, ...paragraph(run)];
}

function paragraph(run: readonly TagChild[]): TagChild[] {
  return run.length === 0 ? [] : [element('P', run)];
}

/** A repeated table head says on later pages what it has said on the first. */
function onFirstPage(children: readonly TagChild[], facts: TreeFacts): TagChild[] {
  const pages = [...new Set(children.filter(isContent).map(({ page }) => page))];
  const said = (page: number | undefined): string =>
    children
      .filter(isContent)
      .filter((content) => content.page === page)
      .map((content) => facts.mark(content)?.glyphs ?? '')
      .join('');
  const first = said(pages[0]);
  const repeated = new Set(pages.slice(1).filter((page) => said(page) === first));
  return children.filter((child) => !isContent(child) || !repeated.has(child.page));
}

function withBody(item: Tag): Tag {
  if (bodyOf(item).length > 0) return item;
  const label = labels(item);
  const body = item.children.filter((child) => !label.includes(child));
  return { ...item, children: [...label, element('LBody', body)] };
}

/** Whether each item is a link, followed by nothing but a table of contents. */
function isContents({ children }: Tag, { isInner }: TreeFacts): boolean {
  return children.every((item) => {
    const [link, inner, ...more] = bodyOf(item);
    if (!link || !isTag(link) || link.kind !== 'Link') return false;
    if (!link.children.some((child) => 'object' in child && isInner(child.object))) return false;
    return more.length === 0 && (inner === undefined || (isTag(inner) && inner.kind === 'TOC'));
  });
}

function contents(list: Tag): Tag {
  const children = list.children.map((item): TagChild => {
    const [link, ...inner] = bodyOf(item);
    if (!isTag(item) || !link) return item;
    return { ...item, kind: 'TOCI', children: [...labels(item), element('Reference', [link]), ...inner] };
  });
  return { ...list, kind: 'TOC', children };
}

function labels(item: Tag): TagChild[] {
  return item.children.filter((child) => isTag(child) && child.kind === 'Lbl');
}

function bodyOf(item: TagChild): readonly TagChild[] {
  if (!isTag(item) || item.kind !== 'LI') return [];
  const body = item.children.filter(isTag).find(({ kind }) => kind === 'LBody');
  return body?.children ?? [];
}

function element(kind: string, children: readonly TagChild[]): Tag {
  return { kind, entries: new Map(), children };
}

/** Attributes in one dictionary, without spans of one row or column; those are what a reader takes for granted. */
function withoutDefaults(entries: Tag['entries']): Tag['entries'] {
  const attributes = entries.get('A');
  if (!isArray(attributes) || !attributes.every((item) => isDictionary(item) && item.get('O') === '/Table'))
    return entries;
  const merged = new Map(attributes.filter(isDictionary).flatMap((item) => [...item]));
  for (const span of ['RowSpan', 'ColSpan']) if (merged.get(span) === '1') merged.delete(span);
  const rest = new Map([...entries].filter(([key]) => key !== 'A'));
  return merged.size > 1 ? rest.set('A', merged) : rest;
}
