import { readPdfObjects } from '../pdf-objects.ts';
import { parseValue } from './parse-value.ts';
import { isArray, isDictionary, isReference, type PdfDictionary, type PdfValue } from './pdf-value.ts';

export interface PdfObject {
  readonly value: PdfValue;
  /** The data of a stream, encoded as its dictionary says; `Length` is set when it is written. */
  readonly stream?: Uint8Array;
}

/** A whole file as values, to be changed in place. Objects nothing leads to are not written. */
export interface PdfFile {
  readonly objects: Map<number, PdfObject>;
  readonly catalogue: PdfDictionary;
  /** Object numbers of the trailer's entries. */
  readonly root: number;
  readonly info: number;
  /** Number of the next object that is added. */
  free: number;
}

/** Read a PDF printed by Chromium (some 60 ms for 1 MB). */
export function readPdfFile(bytes: Uint8Array): PdfFile {
  const pdf = readPdfObjects(bytes);
  const objects = new Map<number, PdfObject>();
  for (const number of pdf.numbers) {
    const { value, end } = parseValue(pdf.text, pdf.offset(number));
    const data = isDictionary(value) ? /^\s*stream\r?\n/.exec(pdf.text.slice(end, end + 12)) : null;
    if (!data || !isDictionary(value)) objects.set(number, { value });
    else {
      const start = end + data[0].length;
      objects.set(number, { value, stream: bytes.subarray(start, start + Number(value.get('Length'))) });
    }
  }
  if (pdf.info === undefined) throw new Error('The printed PDF has no information dictionary');
  const catalogue = objects.get(pdf.root)?.value;
  if (!isDictionary(catalogue)) throw new Error('The printed PDF has no catalogue');
  return { objects, catalogue, root: pdf.root, info: pdf.info, free: pdf.size };
}

/** Follow a reference, if it is one. */
export function resolve({ objects }: PdfFile, value: PdfValue | undefined): PdfValue | undefined {
  return isReference(value) ? objects.get(value.ref)?.value : value;
}

/** The dictionary a value is or refers to. */
export function dictionaryAt(file: PdfFile, value: PdfValue | undefined): PdfDictionary | undefined {
  const found = resolve(file, value);
  return isDictionary(found) ? found : undefined;
}

/** The items of an array a value is or refers to; a single value is an array of one. */
export function itemsOf(file: PdfFile, value: PdfValue | undefined): readonly PdfValue[] {
  const found = resolve(file, value);
  if (isArray(found)) return found;
  return value === undefined ? [] : [value];
}

/** Add an object; returns a reference to it. */
export function addObject(file: PdfFile, object: PdfObject): { readonly ref: number } {
  const ref = file.free++;
  file.objects.set(ref, object);
  return { ref };
}

/** Object numbers of the pages, in order. */
export function pageNumbers(file: PdfFile): number[] {
  const walk = (value: PdfValue | undefined): number[] => {
    const node = dictionaryAt(file, value);
    if (!node) return [];
    if (node.has('Kids')) return itemsOf(file, node.get('Kids')).flatMap(walk);
    return isReference(value) ? [value.ref] : [];
  };
  return walk(file.catalogue.get('Pages'));
}
