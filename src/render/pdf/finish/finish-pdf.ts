import type { Root } from 'hast';
import type { DocumentMeta } from '../../../document/document.ts';
import type { PageLabels } from '../page-labels.ts';
import { amendPages } from './amend-pages.ts';
import { writeMetadata } from './metadata.ts';
import { nameLinks } from './name-links.ts';
import { readPdfFile } from './pdf-file.ts';
import { targetNames } from './target-names.ts';
import { writeViewerSettings } from './viewer.ts';
import { writePdfFile } from './write-pdf-file.ts';

export interface Finish {
  readonly meta: DocumentMeta;
  readonly labels: PageLabels;
  /** What links are named after. */
  readonly tree: Root;
}

/**
 * Make a PDF printed by Chromium fit to publish: what it lacks of tags, names of links, page labels and metadata, the
 * document's own date instead of the clock's, and half the size. The same bytes in, the same bytes out.
 */
export async function finishPdf(bytes: Uint8Array, { meta, labels, tree }: Finish): Promise<Uint8Array> {
  const file = readPdfFile(bytes);
  await amendPages(file);
  nameLinks(file, targetNames(tree));
  writeViewerSettings(file, labels);
  writeMetadata(file, meta);
  return writePdfFile(file);
}
