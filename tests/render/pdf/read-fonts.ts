import { OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface EmbeddedFont {
  readonly name: string;
  readonly isType3Font?: boolean;
}

/** Fonts a PDF is set in: the names they are embedded under, and whether they are shapes instead of outlines (Type 3). */
export async function embeddedFonts(pdf: PDFDocumentProxy): Promise<EmbeddedFont[]> {
  const fonts = new Map<string, EmbeddedFont>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    for (const [index, operation] of fnArray.entries()) {
      if (operation !== OPS.setFont) continue;
      const [id] = argsArray[index] as [string, number];
      const { name, isType3Font } = page.commonObjs.get(id) as EmbeddedFont;
      fonts.set(name, { name, isType3Font: isType3Font ?? false });
    }
  }
  return [...fonts.values()];
}

/** How many pictures a page paints. */
export async function paintedPictures(pdf: PDFDocumentProxy, page: number): Promise<number> {
  const { fnArray } = await (await pdf.getPage(page)).getOperatorList();
  const painting = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintImageXObjectRepeat,
    OPS.paintInlineImageXObject,
  ]);
  return fnArray.filter((operation) => painting.has(operation)).length;
}
