import { findElement, findElements, type XmlElement } from '../xml.ts';
import { relationshipTargets } from './package-rules.ts';
import type { Fault, OpenPackage } from './fault.ts';
import { walkElements } from './walk-elements.ts';

const margins = ['top', 'right', 'bottom', 'left', 'header', 'footer', 'gutter'].map((side) => `w:${side}`);

/**
 * Every section says its paper and all seven margins, leaves room for text, and names each header and footer once, of the
 * right kind; the body ends with one.
 */
export function sectionsComplete(opened: OpenPackage): Fault[] {
  const part = 'word/document.xml';
  const root = opened.xml.get(part);
  const body = root && findElement(root, 'w:body');
  if (!body) return [];
  const targets = relationshipTargets(opened, 'word/_rels/document.xml.rels');
  const faults = findElements(body, 'w:sectPr').flatMap((section, index) =>
    sectionFaults(section, targets).map((what) => `section ${index + 1}: ${what}`),
  );
  if (body.children.at(-1)?.name !== 'w:sectPr') faults.push('the body does not end with a section');
  return faults.map((what) => ({ rule: 'section-complete', part, what }));
}

function sectionFaults(section: XmlElement, targets: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const size = findElement(section, 'w:pgSz')?.attributes ?? {};
  const margin = findElement(section, 'w:pgMar')?.attributes ?? {};
  const missing = [
    ...['w:w', 'w:h'].filter((name) => size[name] === undefined),
    ...margins.filter((name) => margin[name] === undefined),
  ];
  faults.push(...missing.map((name) => `no ${name}`));
  const room = (whole: string, ...sides: string[]): number =>
    Number(size[whole]) - sides.reduce((sum, side) => sum + Math.abs(Number(margin[side])), 0);
  if (room('w:w', 'w:left', 'w:right', 'w:gutter') <= 0 || room('w:h', 'w:top', 'w:bottom') <= 0)
    faults.push('no room for text');
  const isWide = Number(size['w:w']) > Number(size['w:h']);
  if (isWide !== (size['w:orient'] === 'landscape')) faults.push('orientation and size differ');
  const seen = new Set<string>();
  for (const { name, attributes } of section.children) {
    const kind = /^w:(header|footer)Reference$/.exec(name)?.[1];
    if (kind === undefined) continue;
    const what = `${kind} ${attributes['w:type'] ?? ''}`;
    if (seen.has(what)) faults.push(`${what} twice`);
    seen.add(what);
    const target = targets.get(attributes['r:id'] ?? '') ?? '';
    if (!target.startsWith(`word/${kind}`)) faults.push(`${what} leads to ${target || 'nothing'}`);
  }
  return faults;
}

/**
 * Columns add up: those of the grid to the table's width, those a row's cells span to all of the grid, and each cell is as
 * wide as the columns it spans. Word, WPS and LibreOffice each believe another of the three.
 */
export function columnsAddUp({ stories }: OpenPackage): Fault[] {
  return stories.flatMap(([part, root]) =>
    findElements(root, 'w:tbl').flatMap((table, index) =>
      tableFaults(table).map((what) => ({
        rule: 'columns-add-up' as const,
        part,
        what: `table ${index + 1}: ${what}`,
      })),
    ),
  );
}

function tableFaults(table: XmlElement): string[] {
  const grid = (table.children.find(({ name }) => name === 'w:tblGrid')?.children ?? [])
    .filter(({ name }) => name === 'w:gridCol')
    .map(({ attributes }) => Number(attributes['w:w']));
  const faults: string[] = [];
  const width = inTwips(
    table.children.find(({ name }) => name === 'w:tblPr'),
    'w:tblW',
  );
  const sum = (columns: readonly number[]): number => columns.reduce((all, column) => all + column, 0);
  if (width !== undefined && sum(grid) !== width)
    faults.push(`columns have ${sum(grid)}, the table ${width}`);
  for (const [index, row] of rowsOf(table).entries()) {
    const skip = (name: string): number =>
      numberIn(
        row.children.find((child) => child.name === 'w:trPr'),
        name,
      ) ?? 0;
    let column = skip('w:gridBefore');
    for (const cell of cellsOf(row)) {
      const properties = cell.children.find(({ name }) => name === 'w:tcPr');
      const span = numberIn(properties, 'w:gridSpan') ?? 1;
      const own = inTwips(properties, 'w:tcW');
      const columns = sum(grid.slice(column, column + span));
      if (own !== undefined && own !== columns)
        faults.push(`row ${index + 1}: a cell has ${own}, its columns ${columns}`);
      column += span;
    }
    if (column + skip('w:gridAfter') !== grid.length)
      faults.push(`row ${index + 1} has ${column} columns of ${grid.length}`);
  }
  return faults;
}

/** Rows and cells, also those in content controls or marked as inserted. */
const rowsOf = (parent: XmlElement): XmlElement[] => within(parent, 'w:tr');
const cellsOf = (parent: XmlElement): XmlElement[] => within(parent, 'w:tc');

function within(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child) => {
    if (child.name === name) return [child];
    return /^w:(?:sdt|sdtContent|customXml|ins|del)$/.test(child.name) ? within(child, name) : [];
  });
}

function numberIn(properties: XmlElement | undefined, name: string): number | undefined {
  const value = properties?.children.find((child) => child.name === name)?.attributes['w:val'];
  return value === undefined ? undefined : Number(value);
}

function inTwips(properties: XmlElement | undefined, name: string): number | undefined {
  const width = properties?.children.find((child) => child.name === name)?.attributes;
  return width?.['w:type'] === 'dxa' ? Number(width['w:w']) : undefined;
}

/** Styles whose paragraphs may be empty: they stand between what Word would join, or end a section. */
const spacing = new Set(['Gap', 'SectionEnd', 'SectionGap']);
const content =
  /^w:(?:t|delText|drawing|pict|object|sym|fldChar|fldSimple|br|ptab|footnoteRef|endnoteRef|separator|continuationSeparator|noBreakHyphen)$/;

/**
 * Empty paragraphs of the body are in those styles or in cells without a value; elsewhere they are space somebody will
 * delete. A header may be empty: without it the section would have that of the one before.
 */
export function paragraphsFilled({ stories }: OpenPackage): Fault[] {
  const part = 'word/document.xml';
  const root = stories.find(([name]) => name === part)?.[1];
  const faults: Fault[] = [];
  let cells = 0;
  if (!root) return faults;
  walkElements(root, (element) => {
    if (element.name === 'w:tc') {
      cells += 1;
      return () => (cells -= 1);
    }
    if (element.name !== 'w:p' || cells > 0) return undefined;
    const style = findElement(element, 'w:pStyle')?.attributes['w:val'] ?? '';
    if (!spacing.has(style) && !hasContent(element))
      faults.push({ rule: 'paragraph-filled', part, what: style || 'no style' });
    return undefined;
  });
  return faults;
}

function hasContent(paragraph: XmlElement): boolean {
  return paragraph.children.some(
    (child) => content.test(child.name) || (child.name !== 'w:pPr' && hasContent(child)),
  );
}
