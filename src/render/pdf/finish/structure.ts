import { dictionaryAt, itemsOf, type PdfFile } from './pdf-file.ts';
import { isReference, type PdfDictionary, type PdfValue } from './pdf-value.ts';

/** An element of the structure tree, its kind without the slash. */
export interface Tag {
  readonly kind: string;
  /** Entries besides kind, parent, page and children. */
  readonly entries: PdfDictionary;
  readonly children: readonly TagChild[];
  /** Number of its object, where it has one already. */
  readonly ref?: number;
}

/** Marked content of a page. */
export interface TagContent {
  readonly mark: number;
  /** Object number of the page. */
  readonly page: number;
}

/** An annotation, as `OBJR`. */
export interface TagObject {
  readonly object: number;
  readonly page: number;
}

export type TagChild = Tag | TagContent | TagObject;

export const isTag = (child: TagChild): child is Tag => 'kind' in child;
export const isContent = (child: TagChild): child is TagContent => 'mark' in child;

/** Read the structure tree; returns its root element. */
export function readStructure(file: PdfFile): Tag {
  const root = dictionaryAt(file, file.catalogue.get('StructTreeRoot'));
  const read = (value: PdfValue, inherited: number | undefined): TagChild[] => {
    const entry = dictionaryAt(file, value);
    const own = entry?.get('Pg');
    const page = isReference(own) ? own.ref : inherited;
    if (!entry) return page === undefined ? [] : [{ mark: Number(value), page }];
    const object = entry.get('Obj');
    if (isReference(object) && page !== undefined) return [{ object: object.ref, page }];
    if (entry.has('MCID')) return page === undefined ? [] : [{ mark: Number(entry.get('MCID')), page }];
    const children = itemsOf(file, entry.get('K')).flatMap((child) => read(child, page));
    const entries = new Map([...entry].filter(([key]) => !['Type', 'S', 'P', 'Pg', 'K'].includes(key)));
    const kind = entry.get('S');
    if (typeof kind !== 'string') throw new Error('The printed PDF has a structure element of no kind');
    return [{ kind: kind.slice(1), entries, children, ...(isReference(value) && { ref: value.ref }) }];
  };
  const [tag] = itemsOf(file, root?.get('K')).flatMap((value) => read(value, undefined));
  if (!tag || !isTag(tag)) throw new Error('The printed PDF has no structure tree');
  return tag;
}
