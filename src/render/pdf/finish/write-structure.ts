import { dictionaryAt, type PdfFile } from './pdf-file.ts';
import { dictionary, type PdfValue, type Reference } from './pdf-value.ts';
import { isContent, isTag, type Tag } from './structure.ts';

/** Which element each mark of a page and each annotation belongs to; pages and annotations by object number. */
interface Owners {
  readonly marks: Map<number, Reference[]>;
  readonly annotations: Map<number, Reference>;
  readonly ids: Map<string, Reference>;
}

/** Replace the structure tree of a file by `tree`, with the tables that lead into it (ISO 32000-1, 14.7.2 and 14.7.4). */
export function writeStructure(file: PdfFile, tree: Tag): void {
  const place = file.catalogue.get('StructTreeRoot');
  const root = dictionaryAt(file, place);
  if (!root || place === undefined) throw new Error('The printed PDF has no structure tree');
  const owners: Owners = { marks: new Map(), annotations: new Map(), ids: new Map() };
  root.set('K', writeTag(file, tree, place, owners));

  const entries: [key: number, owner: PdfValue][] = [];
  const keyOf = (ref: number, name: string): number => Number(dictionaryAt(file, { ref })?.get(name));
  for (const [page, marks] of owners.marks)
    entries.push([
      keyOf(page, 'StructParents'),
      Array.from(marks, (owner: PdfValue | undefined) => owner ?? 'null'),
    ]);
  for (const [annotation, owner] of owners.annotations)
    entries.push([keyOf(annotation, 'StructParent'), owner]);
  entries.sort(([a], [b]) => a - b);
  root.set('ParentTree', dictionary({ Nums: entries.flatMap(([key, owner]) => [String(key), owner]) }));
  root.set('ParentTreeNextKey', String((entries.at(-1)?.[0] ?? -1) + 1));
  const ids = [...owners.ids].sort(([a], [b]) => (a < b ? -1 : 1));
  root.delete('IDTree');
  if (ids.length > 0) root.set('IDTree', dictionary({ Names: ids.flat() }));
}

function writeTag(file: PdfFile, tag: Tag, parent: PdfValue, owners: Owners): Reference {
  const ref = tag.ref ?? file.free++;
  const own: Reference = { ref };
  const value = new Map<string, PdfValue>([['S', `/${tag.kind}`], ['P', parent], ...tag.entries]);
  file.objects.set(ref, { value });
  const id = tag.entries.get('ID');
  if (typeof id === 'string') owners.ids.set(id, own);
  const page = tag.children.find(isContent)?.page;
  if (page !== undefined) value.set('Pg', { ref: page });
  const kids = tag.children.map((child): PdfValue => {
    if (isTag(child)) return writeTag(file, child, own, owners);
    if (!isContent(child)) {
      owners.annotations.set(child.object, own);
      return dictionary({ Type: '/OBJR', Obj: { ref: child.object }, Pg: { ref: child.page } });
    }
    const marks = owners.marks.get(child.page) ?? [];
    marks[child.mark] = own;
    owners.marks.set(child.page, marks);
    if (child.page === page) return String(child.mark);
    return dictionary({ Type: '/MCR', Pg: { ref: child.page }, MCID: String(child.mark) });
  });
  if (kids.length > 0) value.set('K', kids.length === 1 && kids[0] !== undefined ? kids[0] : kids);
  return own;
}
