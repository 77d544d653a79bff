import type { PageLabels } from '../page-labels.ts';
import type { PdfFile } from './pdf-file.ts';
import { dictionary, type PdfDictionary, type PdfValue } from './pdf-value.ts';

/**
 * What a viewer shows at first: the outline, the document's title, one page below the other, and the pages by the numbers
 * printed on them (ISO 32000-1, 12.4.2). The cover has none.
 */
export function writeViewerSettings({ catalogue }: PdfFile, labels: PageLabels): void {
  const ranges = new Map<number, PdfDictionary>();
  if (labels.front > 0) ranges.set(0, dictionary({}));
  if (labels.front < labels.body) ranges.set(labels.front, dictionary({ S: '/r' }));
  ranges.set(labels.body, dictionary({ S: '/D' }));
  const numbers = [...ranges].flatMap(([index, range]): PdfValue[] => [String(index), range]);
  catalogue.set('PageLabels', dictionary({ Nums: numbers }));
  catalogue.set('PageMode', '/UseOutlines');
  catalogue.set('PageLayout', '/OneColumn');
  catalogue.set('ViewerPreferences', dictionary({ DisplayDocTitle: 'true' }));
}
