import { Packer, type Document } from 'docx';
import { isXml, type Parts } from './zip.ts';

type Data = string | Uint8Array | ArrayBuffer;

interface Compiler {
  readonly compile: (document: Document) => ReadonlyMap<string, Data>;
}

/**
 * The parts the library makes of a document. Its packer only gives them zipped; what it zips is asked for under the
 * name it is private by, which every test would miss.
 */
export function libraryParts(document: Document): Parts {
  const { compiler } = Packer as unknown as { readonly compiler: Compiler };
  const parts = [...compiler.compile(document)];
  return new Map(parts.map(([name, data]) => [name, isXml(name) ? textOf(data) : bytesOf(data)]));
}

function textOf(data: Data): string {
  return typeof data === 'string' ? data : new TextDecoder().decode(data);
}

function bytesOf(data: Data): Uint8Array {
  return typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data);
}
