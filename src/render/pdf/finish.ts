import { readPdfObjects } from './pdf-objects.ts';

/**
 * Replace the dates of the file by the document's own (ISO, a day): the clock's are all that differs between two
 * prints of the same page. In place and of equal length, so that no offset moves. Returns a new array.
 */
export function datePdf(bytes: Uint8Array, date: string): Uint8Array {
  const pdf = readPdfObjects(bytes);
  if (pdf.info === undefined) throw new Error('The printed PDF has no information dictionary');
  const dated = Buffer.from(bytes);
  const start = pdf.offset(pdf.info);
  const stamp = `${date.replaceAll('-', '')}000000`;
  for (const match of pdf.object(pdf.info).matchAll(/\/(?:CreationDate|ModDate)\s*\(D:(\d{14})([^)]*)\)/g)) {
    const [whole, , zone = ''] = match;
    const replaced = whole
      .replace(/D:\d{14}/, `D:${stamp}`)
      .replace(zone, "+00'00'".slice(0, zone.length).padEnd(zone.length));
    dated.write(replaced, start + match.index, 'latin1');
  }
  return new Uint8Array(dated.buffer, dated.byteOffset, dated.byteLength);
}
