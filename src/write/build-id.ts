import { digestOf, sha256 } from '../cache/digest.ts';
import type { ReportDocument } from '../document/document.ts';
import type { Host } from '../host.ts';
import type { Inputs } from '../validate/index.ts';

/** Hexadecimal digits of an id: more than enough for the editions of one office, short enough to read out. */
const length = 16;

/**
 * The document with its build's id, which its copies bear: a digest of the document, of its theme and of the program's
 * version. It stands in the manifest and in the DOCX, so that an edited copy can be traced to what it was made of. What
 * changes nothing of the document, such as an entry of the catalogue it does not print, changes no id.
 */
export function markBuild(document: ReportDocument, { theme }: Inputs, host: Host): ReportDocument {
  const { version } = host.programName();
  const id = sha256(JSON.stringify([version, digestOf(document), digestOf(theme)])).slice(0, length);
  return { ...document, meta: { ...document.meta, build: { id, theme: theme.id } } };
}
