import { inflateSync } from 'node:zlib';
import { amendStructure } from './amend-structure.ts';
import { readContent, type ContentPiece } from './content.ts';
import { deflated, latin1 } from './encoding.ts';
import { dictionaryAt, itemsOf, pageNumbers, type PdfFile } from './pdf-file.ts';
import { isReference, type PdfDictionary } from './pdf-value.ts';
import { isContent, isTag, readStructure, type Tag } from './structure.ts';
import { writeContent } from './write-content.ts';
import { writeStructure } from './write-structure.ts';

interface PageContent {
  readonly pieces: readonly ContentPiece[];
  /** Object number of the stream. */
  readonly stream: number;
}

/** Make tags and pages say the same: whatever is painted is in the structure tree or an artifact. */
export async function amendPages(file: PdfFile): Promise<void> {
  const pages = new Map(pageNumbers(file).map((page) => [page, readPage(file, page)] as const));
  const marks = new Map(
    [...pages].map(([page, { pieces }]) => [page, new Map(pieces.map((piece) => [piece.mark?.id, piece]))]),
  );
  const tree = amendStructure(readStructure(file), {
    mark: ({ page, mark }) => marks.get(page)?.get(mark),
    isInner: (annotation) => dictionaryAt(file, { ref: annotation })?.has('Dest') ?? false,
  });
  writeStructure(file, tree);
  const kept = marksOf(tree);
  await Promise.all(
    [...pages].map(async ([page, { pieces, stream }]) => {
      const text = writeContent(pieces, (mark) => (kept.get(page)?.has(mark) ? 'keep' : 'artifact'));
      const value: PdfDictionary = new Map([['Filter', '/FlateDecode']]);
      file.objects.set(stream, { value, stream: await deflated(latin1(text)) });
    }),
  );
}

function readPage(file: PdfFile, page: number): PageContent {
  const [place, ...more] = itemsOf(file, dictionaryAt(file, { ref: page })?.get('Contents'));
  const stream = isReference(place) ? place.ref : -1;
  const found = file.objects.get(stream);
  if (!found?.stream || more.length > 0)
    throw new Error('The printed PDF has a page without one content stream');
  return { stream, pieces: readContent(inflateSync(new Uint8Array(found.stream)).toString('latin1')) };
}

/** Marked content that is in the tree, by page. */
function marksOf(tree: Tag): Map<number, Set<number>> {
  const marks = new Map<number, Set<number>>();
  const visit = (tag: Tag): void => {
    for (const child of tag.children) {
      if (isTag(child)) visit(child);
      else if (isContent(child)) marks.set(child.page, (marks.get(child.page) ?? new Set()).add(child.mark));
    }
  };
  visit(tree);
  return marks;
}
