import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One page as a reader sees it: lines of text from top to bottom, spaces taken out, with their type size in points. */
export interface ReadPage {
  readonly lines: readonly { readonly text: string; readonly size: number }[];
}

export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
}

export async function readPages(pdf: PDFDocumentProxy): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const lines = new Map<number, { text: string; size: number }>();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const baseline = Math.round(Number(item.transform[5]));
      const line = lines.get(baseline) ?? { text: '', size: 0 };
      lines.set(baseline, {
        text: line.text + item.str.replace(/\s/g, ''),
        size: Math.max(line.size, item.height),
      });
    }
    pages.push({ lines: [...lines].sort(([a], [b]) => b - a).map(([, line]) => line) });
  }
  return pages;
}
