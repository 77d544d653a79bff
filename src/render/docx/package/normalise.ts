import { renumber } from './renumber.ts';
import { pack, unpack, type Parts } from './zip.ts';

/**
 * Make the parts of a package depend on nothing but its content. The library takes relationship ids at random, counts bookmarks and
 * drawings through the life of the process, and dates the zip, the properties and every embedded workbook.
 * `moment` is the one date in the result, as W3CDTF (`2023-04-26T00:00:00Z`).
 */
export function normalise(parts: Parts, moment: string): void {
  renumber(parts);
  for (const [name, part] of parts) {
    if (!name.endsWith('.xlsx') || typeof part === 'string') continue;
    const workbook = unpack(part);
    normalise(workbook, moment);
    parts.set(name, pack(workbook));
  }
  const properties = parts.get('docProps/core.xml');
  if (typeof properties === 'string') {
    const dated = properties.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`);
    parts.set('docProps/core.xml', dated);
  }
}
