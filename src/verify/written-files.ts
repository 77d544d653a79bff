import { changesInfix } from '../write/changes-docx.ts';
import type { Manifest } from '../write/manifest.ts';

/** The files a manifest lists, each with the digest it was written with; documents first. */
export function writtenFiles({ outputs, records }: Manifest): (readonly [name: string, digest: string])[] {
  const documents = Object.entries(outputs).map(([name, output]) => [name, output.sha256] as const);
  return [...documents, ...Object.entries(records)];
}

/** Whether it is the DOCX with the changes: it holds the old text, too, and depends on an edition nobody knows the place of. */
export function isChanges(name: string): boolean {
  return name.includes(`${changesInfix}.`);
}
