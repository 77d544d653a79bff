import type { Place, Reporter } from '../../../diagnostics/diagnostic.ts';
import { parseXml, XmlBroken } from '../xml.ts';
import { ZipBroken, zipEntries } from './zip-entries.ts';
import { largest, type Parts } from './zip.ts';

/** Bytes of the largest file taken. */
const largestFile = 64 * 1024 ** 2;

/** Files of Word before 2007 and files locked with a password are of this older kind. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];
const zipFile = [0x50, 0x4b, 0x03, 0x04];

const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** What keeps a file from being read. */
type Refusal =
  | { readonly code: 'DOCX_NOT_DOCX'; readonly kind: 'empty' | 'compound' | 'other' }
  | { readonly code: 'DOCX_DAMAGED'; readonly part: string; readonly reason: string }
  | { readonly code: 'DOCX_MACROS' }
  | { readonly code: 'DOCX_TOO_LARGE'; readonly part: string; readonly megabytes: number };

/**
 * Unpack a DOCX somebody else may have written: XML parts as text and well-formed, nothing unpacked beyond the limits, no macros.
 * Reports DOCX_NOT_DOCX, DOCX_DAMAGED, DOCX_MACROS or DOCX_TOO_LARGE with `file`, and then returns undefined.
 * `place` is where the project names the file, if it does.
 */
export function openDocx(
  bytes: Uint8Array,
  file: string,
  diagnostics: Reporter,
  place?: Place,
): Parts | undefined {
  const opened = open(bytes);
  if (opened instanceof Map) return opened;
  switch (opened.code) {
    case 'DOCX_NOT_DOCX':
      diagnostics.report(opened.code, { file, kind: opened.kind }, place);
      break;
    case 'DOCX_DAMAGED':
      diagnostics.report(opened.code, { file, part: opened.part, reason: opened.reason }, place);
      break;
    case 'DOCX_MACROS':
      diagnostics.report(opened.code, { file }, place);
      break;
    case 'DOCX_TOO_LARGE':
      diagnostics.report(opened.code, { file, part: opened.part, megabytes: opened.megabytes }, place);
      break;
  }
  return undefined;
}

function open(bytes: Uint8Array): Parts | Refusal {
  if (bytes.length === 0) return { code: 'DOCX_NOT_DOCX', kind: 'empty' };
  if (begins(bytes, compoundFile)) return { code: 'DOCX_NOT_DOCX', kind: 'compound' };
  if (!begins(bytes, zipFile)) return { code: 'DOCX_NOT_DOCX', kind: 'other' };
  if (bytes.length > largestFile) return tooLarge('', bytes.length);
  const parts = inflate(bytes);
  if (!(parts instanceof Map)) return parts;
  const types = parts.get('[Content_Types].xml');
  const body = parts.get('word/document.xml');
  if (typeof types !== 'string') return { code: 'DOCX_NOT_DOCX', kind: 'other' };
  if (types.includes('macroEnabled') || [...parts.keys()].some((name) => /vbaProject/i.test(name)))
    return { code: 'DOCX_MACROS' };
  if (typeof body !== 'string' || !types.includes(documentType))
    return { code: 'DOCX_NOT_DOCX', kind: 'other' };
  return brokenPart(parts) ?? parts;
}

/** Unpack what is within the limits; the sizes the archive states are those it is held to. */
function inflate(bytes: Uint8Array): Parts | Refusal {
  const parts: Parts = new Map();
  let reading = '';
  try {
    const entries = zipEntries(bytes);
    if (entries.length > largest.parts) return tooLarge('', largest.all);
    let all = 0;
    for (const { name, size, read } of entries) {
      reading = name;
      all += size;
      if (size > largest.part || all > largest.all) return tooLarge(name, Math.max(size, all));
      const data = read();
      parts.set(name, /\.(?:xml|rels)$/.test(name) ? new TextDecoder().decode(data) : data);
    }
    return parts;
  } catch (error) {
    if (!(error instanceof ZipBroken)) throw error;
    return { code: 'DOCX_DAMAGED', part: reading, reason: error.message };
  }
}

/** The first XML part that cannot be read; document types, by which entities could be multiplied, are refused, too. */
function brokenPart(parts: Parts): Refusal | undefined {
  for (const [part, text] of parts) {
    if (typeof text !== 'string') continue;
    try {
      parseXml(text);
    } catch (error) {
      if (!(error instanceof XmlBroken)) throw error;
      return { code: 'DOCX_DAMAGED', part, reason: error.message };
    }
  }
  return undefined;
}

function tooLarge(part: string, bytes: number): Refusal {
  return { code: 'DOCX_TOO_LARGE', part, megabytes: Math.ceil(bytes / 1024 ** 2) };
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
