import type { ReportDocument } from '../../document/document.ts';

/** PNG fallbacks by chart id, for the drawings Word gets as pictures. Plain data: they travel into a worker. */
export type Pictures = Readonly<Record<string, Uint8Array>>;

/**
 * Rasterize every drawing that has no native equal. Word before 2016, WPS and LibreOffice show this picture and not
 * the SVG beside it, so it must be a real rendering at twice the size.
 */
export async function rasterizePictures(
  document: ReportDocument,
  rasterize: (svg: string) => Promise<Uint8Array>,
): Promise<Pictures> {
  const drawings = Object.entries(document.drawings).filter(([, drawing]) => drawing.native === undefined);
  const pictures = await Promise.all(
    drawings.map(async ([id, drawing]) => [id, await rasterize(drawing.svg)] as const),
  );
  return Object.fromEntries(pictures);
}
