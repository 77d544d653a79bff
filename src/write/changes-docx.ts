import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { ReportDocument } from '../document/document.ts';
import { trackChanges } from '../render/docx/changes/track-changes.ts';
import { unpack } from '../render/docx/package/zip.ts';
import type { Inputs } from '../validate/index.ts';
import { ledgerWords } from './ledger-words.ts';
import type { OlderDocx } from './older-edition.ts';

/** What the file with the changes ends in, before the extension of the DOCX it belongs to. */
export const changesInfix = '.changes';

/**
 * The DOCX with what changed since an earlier edition as tracked changes, by the issuer and of the report's date. Reports
 * CHANGES_NONE and LOCALE_MISSING; undefined where nothing changed.
 */
export function changesDocx(
  older: OlderDocx,
  newer: Uint8Array,
  { meta }: ReportDocument,
  inputs: Inputs,
  diagnostics: Diagnostics,
): Uint8Array | undefined {
  const words = ledgerWords(inputs, diagnostics);
  const bytes = trackChanges(older.parts, unpack(newer), {
    author: meta.issuer,
    date: `${meta.date}T00:00:00Z`,
    words: { older: words('changes.older'), newer: words('changes.newer') },
  });
  if (!bytes) diagnostics.report('CHANGES_NONE', { folder: older.folder });
  return bytes;
}
