import type { PDFPageProxy } from 'pdfjs-dist';
import { parseFolio, withoutDashes } from './folio.ts';
import type { LaidPage, Run } from './layout/layout.ts';
import { loadPdfReader } from './pdf-reader.ts';
import { comparable, type Piece } from './text.ts';
import type { Where } from './where.ts';

/** A text and where each part of it is set. */
export interface PlacedPiece extends Piece {
  readonly runs: readonly Run[];
}

/** What stands in a finished PDF. */
export interface PdfReading {
  readonly pieces: readonly PlacedPiece[];
  /** Size and margin texts of each page. */
  readonly pages: readonly Omit<LaidPage, 'runs'>[];
  /** Running heads and page numbers, page by page. */
  readonly margins: readonly { readonly head: string; readonly folio?: string; readonly where: Where }[];
  readonly title: string;
}

/**
 * Read a tagged PDF back: the text in the order of its tags, which is that of the document and not that of painting;
 * what bears no tag stands in the margins. Markers of lists are the browser's and left out. The order of the tags takes
 * time to read: a page whose text is in order as it is painted is spared it.
 */
export async function readPdf(
  bytes: Uint8Array,
  isInOrder: (page: string) => boolean = () => false,
): Promise<PdfReading> {
  const getDocument = await loadPdfReader();
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    fontExtraProperties: false,
    isEvalSupported: false,
  });
  try {
    const pdf = await task.promise;
    const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
    const pages = await Promise.all(
      numbers.map(async (number) => readPage(await pdf.getPage(number), number, isInOrder)),
    );
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string } };
    return {
      pieces: pages.flatMap(({ pieces }) => pieces),
      pages: pages.map(({ laid }) => laid),
      margins: pages.map(({ margin }) => margin),
      title: info.Title ?? '',
    };
  } finally {
    await task.destroy();
  }
}

interface ReadPage {
  readonly pieces: readonly PlacedPiece[];
  readonly laid: PdfReading['pages'][number];
  readonly margin: PdfReading['margins'][number];
}

async function readPage(
  page: PDFPageProxy,
  number: number,
  isInOrder: (page: string) => boolean,
): Promise<ReadPage> {
  const content = await page.getTextContent({ includeMarkedContent: true });
  const tagged = new Map<string, Run[]>();
  const untagged: Run[] = [];
  const open: string[] = [];
  const markers = new Set<string>();
  const markerLines = new Set<number>();
  let inMarker = false;
  for (const item of content.items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(markOf(item).id ?? open.at(-1) ?? '');
      inMarker = item.type !== 'endMarkedContent' && markOf(item).tag === 'Lbl';
      continue;
    }
    const id = open.at(-1) ?? '';
    const run = runOf(item, number - 1);
    if (inMarker) {
      markers.add(id);
      markerLines.add(Math.round(run.y));
    }
    if (id !== '') {
      const runs = tagged.get(id);
      if (runs) runs.push(run);
      else tagged.set(id, [run]);
    } else if (item.str.trim() !== '') untagged.push({ ...run, text: item.str.trim() });
  }
  // The counter in a list's marker bears no tag, only what stands around it.
  const margin = untagged.filter(({ text, y }) => !(markerLines.has(Math.round(y)) && /^\d+$/.test(text)));
  const inOrder = margin.sort((a, b) => Math.round(b.y) - Math.round(a.y) || a.x - b.x);
  const lastLine = inOrder.filter(({ y }) => Math.round(y) === Math.round(inOrder.at(-1)?.y ?? 0));
  const last = withoutDashes(lastLine.map(({ text }) => text).join(''));
  const folio = parseFolio(last) && last;
  const head = inOrder.slice(0, folio === undefined ? undefined : -lastLine.length);
  const printed =
    folio === undefined ? { zh: '', en: '' } : { zh: `（页码 ${folio}）`, en: ` (numbered ${folio})` };
  const where: Where = {
    zh: `PDF 第 ${String(number)} 页${printed.zh}`,
    en: `PDF page ${String(number)}${printed.en}`,
    page: number,
    ...(folio !== undefined && { folio }),
  };
  const painted = [...tagged.keys()].filter((id) => !markers.has(id));
  const runsOf = (id: string): readonly Run[] => tagged.get(id) ?? [];
  const textOf = (id: string): string =>
    runsOf(id)
      .map(({ text }) => text)
      .join('');
  const tags = isInOrder(comparable(painted.map(textOf).join('')))
    ? []
    : contentIds(await page.getStructTree());
  const order = new Set([...tags.filter((id) => tagged.has(id) && !markers.has(id)), ...painted]);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  return {
    pieces: [...order].map((id) => ({ text: textOf(id), where, runs: runsOf(id) })),
    laid: { where, width: right - left, height: top - bottom, margin },
    margin: { head: head.map(({ text }) => text).join(''), where, ...(folio !== undefined && { folio }) },
  };
}

/** What the package's types leave out: marks without properties have no id, all have a tag. */
function markOf(item: object): { readonly id?: string; readonly tag?: string } {
  return item;
}

/** A text and where it is set. */
function runOf(
  { str, width, transform }: { readonly str: string; readonly width: number; readonly transform: unknown[] },
  page: number,
): Run {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform.map(Number);
  return { text: str, page, x, y, width, size: Math.hypot(c, d), turned: Math.abs(b) > Math.abs(a) };
}

interface TagNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TagNode[];
}

/** Ids of tagged content, in the order of the document. */
function contentIds(node: TagNode | null): string[] {
  if (node?.type === 'content') return node.id === undefined ? [] : [node.id];
  return (node?.children ?? []).flatMap((child) => contentIds(child));
}
