import { Packer, type Document } from 'docx';
import { isXml, type Parts } from './zip.ts';

/**
 * The parts the library makes of a document. Its packer only gives them zipped; what it zips is asked for under the
 * name it is private by, which a test would miss.
 */
export function libraryParts(document: Document): Parts {
  const compiled: ReadonlyMap<string, string | Uint8Array | ArrayBuffer> =
    Packer['compiler'].compile(document);
  return new Map([...compiled].map(([name, data]) => [name, isXml(name) ? textOf(data) : bytesOf(data)]));
}

const textOf = (data: string | Uint8Array | ArrayBuffer): string =>
  typeof data === 'string' ? data : new TextDecoder().decode(data);

const bytesOf = (data: string | Uint8Array | ArrayBuffer): Uint8Array =>
  typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data);
