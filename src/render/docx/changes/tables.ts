import { findElements, xmlElement, type XmlElement } from '../xml.ts';
import type { Changes } from './changes.ts';
import { alignSequences } from './align-sequences.ts';
import { readInline, type InlineReader } from './inline.ts';
import { profileOf, similarity, type Profile } from './similarity.ts';

/** What is done with the content of a cell. */
export interface CellWork {
  readonly compare: (
    older: readonly XmlElement[],
    newer: readonly XmlElement[],
    changes: Changes,
  ) => XmlElement[];
  readonly insert: (children: readonly XmlElement[], changes: Changes) => XmlElement[];
  readonly remove: (children: readonly XmlElement[], changes: Changes) => XmlElement[];
}

/** Rows are the same by their first cell, or by most of their text. */
interface Row {
  readonly element: XmlElement;
  readonly cells: readonly XmlElement[];
  readonly key: string;
  readonly first: string;
  readonly profile: Profile;
}

/** The newer table with its changed cells and its deleted and inserted rows marked. */
export function compareTables(
  older: XmlElement,
  newer: XmlElement,
  changes: Changes,
  cells: CellWork,
): XmlElement {
  const before = rowsOf(older, changes.older);
  const after = rowsOf(newer, changes.newer);
  const isSame = (a: number, b: number): boolean => isEqual(before[a], after[b]);
  const rows = alignSequences(before.length, after.length, (a, b) => rowWeight(before[a], after[b]), isSame);
  const marked = rows.flatMap((pair): XmlElement[] => {
    const [from, to] = [before[pair.older ?? -1], after[pair.newer ?? -1]];
    if (from && to) return [compareRows(from, to, changes, cells)];
    if (to) return [insertedRow(to.element, changes, cells)];
    return from ? [deletedRow(from.element, changes, cells)] : [];
  });
  const others = newer.children.filter(({ name }) => name !== 'w:tr');
  return { ...newer, children: [...others, ...marked] };
}

export function insertedTable(table: XmlElement, changes: Changes, cells: CellWork): XmlElement {
  const children = table.children.map((child) =>
    child.name === 'w:tr' ? insertedRow(child, changes, cells) : child,
  );
  return { ...table, children };
}

export function deletedTable(table: XmlElement, changes: Changes, cells: CellWork): XmlElement {
  const children = table.children.flatMap((child) => {
    if (child.name === 'w:tr') return [deletedRow(child, changes, cells)];
    if (child.name === 'w:tblPr') return [changes.adopt(child)];
    return child.name === 'w:tblGrid' ? [child] : [];
  });
  return xmlElement('w:tbl', {}, children);
}

function compareRows(older: Row, newer: Row, changes: Changes, cells: CellWork): XmlElement {
  let column = 0;
  const children = newer.element.children.map((cell) => {
    if (cell.name !== 'w:tc') return cell;
    const before = older.cells[column]?.children ?? [];
    column += 1;
    return { ...cell, children: cells.compare(before, cell.children, changes) };
  });
  return { ...newer.element, children };
}

function insertedRow(row: XmlElement, changes: Changes, cells: CellWork): XmlElement {
  const children = row.children.map((cell) =>
    cell.name === 'w:tc' ? { ...cell, children: cells.insert(cell.children, changes) } : cell,
  );
  return withMark({ ...row, children }, changes.mark('w:ins'));
}

function deletedRow(row: XmlElement, changes: Changes, cells: CellWork): XmlElement {
  const children = row.children.flatMap((cell): XmlElement[] => {
    if (cell.name === 'w:trPr') return [cell];
    if (cell.name !== 'w:tc') return [];
    const properties = cell.children.filter(({ name }) => name === 'w:tcPr');
    return [xmlElement('w:tc', {}, [...properties, ...cells.remove(cell.children, changes)])];
  });
  return withMark(xmlElement('w:tr', {}, children), changes.mark('w:del'));
}

/** Mark a row: after its other properties (ECMA-376 Part 1, 17.4.82), instead of a change marked in it before. */
function withMark(row: XmlElement, mark: XmlElement): XmlElement {
  const properties = row.children.find(({ name }) => name === 'w:trPr');
  const old = new Set(['w:ins', 'w:del', 'w:trPrChange']);
  const kept = properties?.children.filter(({ name }) => !old.has(name)) ?? [];
  const exceptions = row.children.filter(({ name }) => name === 'w:tblPrEx');
  const rest = row.children.filter((child) => child !== properties && !exceptions.includes(child));
  return { ...row, children: [...exceptions, xmlElement('w:trPr', {}, [...kept, mark]), ...rest] };
}

function rowsOf(table: XmlElement, reader: InlineReader): Row[] {
  return table.children
    .filter(({ name }) => name === 'w:tr')
    .map((element) => {
      const cells = element.children.filter(({ name }) => name === 'w:tc');
      const keys = cells.map((cell) =>
        findElements(cell, 'w:p')
          .map((paragraph) => readInline(paragraph, reader).key)
          .join('\n'),
      );
      const key = keys.join('\t');
      return { element, cells, key, first: keys[0] ?? '', profile: profileOf(key) };
    });
}

function isEqual(a: Row | undefined, b: Row | undefined): boolean {
  return b !== undefined && a?.key === b.key && a.cells.length === b.cells.length;
}

function rowWeight(a: Row | undefined, b: Row | undefined): number {
  if (!b || a?.cells.length !== b.cells.length) return 0;
  if (isEqual(a, b)) return 2;
  const alike = similarity(a.profile, b.profile);
  if (a.cells.length > 1 && a.first === b.first && a.first !== '') return 1 + alike / 2;
  return alike < 0.5 ? 0 : alike;
}
