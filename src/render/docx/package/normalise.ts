import { renumber } from './renumber.ts';
import { pack, unpack, type Parts } from './zip.ts';

/**
 * Make a package depend on nothing but its content. The library takes relationship ids at random, counts bookmarks and
 * drawings through the life of the process, and dates the zip, the properties and every embedded workbook.
 * `moment` is the one date in the result, as W3CDTF (`2023-04-26T00:00:00Z`); `edit` may change parts before packing.
 */
export function normalise(
  bytes: Uint8Array,
  moment: string,
  edit: (parts: Parts) => void = () => undefined,
): Uint8Array {
  const parts = unpack(bytes);
  edit(parts);
  renumber(parts);
  for (const [name, part] of parts) {
    if (name.endsWith('.xlsx') && typeof part !== 'string') parts.set(name, normalise(part, moment));
  }
  const properties = parts.get('docProps/core.xml');
  if (typeof properties === 'string') {
    const dated = properties.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`);
    parts.set('docProps/core.xml', dated);
  }
  return pack(parts);
}
