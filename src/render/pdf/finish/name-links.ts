import { decodeName } from '../destinations.ts';
import { dictionaryAt, itemsOf, pageNumbers, type PdfFile } from './pdf-file.ts';
import { textString } from './pdf-value.ts';

/** Say of every link where it leads (ISO 14289-1, 7.18.5): the name of the place, or the address. */
export function nameLinks(file: PdfFile, names: ReadonlyMap<string, string>): void {
  for (const page of pageNumbers(file)) {
    for (const item of itemsOf(file, dictionaryAt(file, { ref: page })?.get('Annots'))) {
      const link = dictionaryAt(file, item);
      if (link?.get('Subtype') !== '/Link') continue;
      const place = link.get('Dest');
      const address = dictionaryAt(file, link.get('A'))?.get('URI');
      if (typeof address === 'string') link.set('Contents', address);
      else if (typeof place === 'string') {
        const id = decodeName(place.slice(1));
        link.set('Contents', textString(names.get(id) ?? id));
      }
    }
  }
}
