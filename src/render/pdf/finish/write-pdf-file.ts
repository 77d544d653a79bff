import { createHash } from 'node:crypto';
import { deflated, latin1 } from './encoding.ts';
import type { PdfFile, PdfObject } from './pdf-file.ts';
import {
  dictionary,
  isArray,
  isDictionary,
  isReference,
  writeValue,
  type PdfDictionary,
  type PdfValue,
} from './pdf-value.ts';

/** Objects in one object stream: larger ones pack better, but a reader unpacks a whole one for each object. */
const perStream = 200;

/** Columns of a cross-reference stream: kind of entry, offset or stream, place in the stream. */
const widths = [1, 4, 2] as const;

/**
 * Write a file as PDF 1.7, dictionaries packed into object streams (ISO 32000-1, 7.5.7 and 7.5.8). Objects are numbered anew as
 * they are met from the catalogue; what is not met is left out. The file's identifier is the hash of its content.
 */
export async function writePdfFile(file: PdfFile): Promise<Uint8Array> {
  const { order, number } = numbering(file);
  const text = (value: PdfValue): string => writeValue(value, number);
  const packed = order.filter(({ object }) => !object.stream);
  const groups = Array.from({ length: Math.ceil(packed.length / perStream) }, (_, index) =>
    packed.slice(index * perStream, (index + 1) * perStream),
  );
  const streams: { number: number; value: PdfDictionary; data: Uint8Array }[] = [];
  const entries = new Map<number, readonly [kind: number, where: number, index: number]>();
  for (const { ref, object } of order)
    if (object.stream && isDictionary(object.value))
      streams.push({ number: number(ref), value: object.value, data: object.stream });
  const made = await Promise.all(groups.map((group) => objectStream(group, number, text)));
  for (const [index, stream] of made.entries()) {
    const own = order.length + 1 + index;
    streams.push({ number: own, ...stream });
    for (const [place, { ref }] of (groups[index] ?? []).entries()) entries.set(number(ref), [2, own, place]);
  }

  const chunks: Uint8Array[] = [];
  let length = 0;
  const append = (chunk: string | Uint8Array): void => {
    const bytes = typeof chunk === 'string' ? latin1(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
  };
  const appendStream = (own: number, value: PdfDictionary, data: Uint8Array): void => {
    append(`${String(own)} 0 obj\n${text(new Map([...value, ['Length', String(data.length)]]))}\nstream\n`);
    append(data);
    append('\nendstream\nendobj\n');
  };
  // Four bytes above 127 tell programs that this is no text.
  append('%PDF-1.7\n%\xD3\xEB\xE9\xE1\n');
  for (const stream of streams) {
    entries.set(stream.number, [1, length, 0]);
    appendStream(stream.number, stream.value, stream.data);
  }
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  const identifier = `<${hash.digest('hex').slice(0, 32)}>`;
  const start = length;
  const own = order.length + groups.length + 1;
  entries.set(own, [1, start, 0]);
  const trailer = dictionary({
    Type: '/XRef',
    Size: String(own + 1),
    Root: { ref: file.root },
    Info: { ref: file.info },
    ID: [identifier, identifier],
    W: widths.map(String),
    Filter: '/FlateDecode',
    DecodeParms: dictionary({ Predictor: '12', Columns: String(widths[0] + widths[1] + widths[2]) }),
  });
  appendStream(own, trailer, await deflated(crossReferences(entries, own + 1)));
  append(`startxref\n${String(start)}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(chunks));
}

interface Ordered {
  readonly ref: number;
  readonly object: PdfObject;
}

/** The objects in the order they are met, and their new numbers from 1. */
function numbering(file: PdfFile): { order: readonly Ordered[]; number: (ref: number) => number } {
  const order: Ordered[] = [];
  const numbers = new Map<number, number>();
  const waiting: PdfValue[] = [{ ref: file.info }, { ref: file.root }];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value === 'string') continue;
    if (isArray(value))
      for (let index = value.length - 1; index >= 0; index--) waiting.push(value[index] ?? 'null');
    else if (isDictionary(value)) waiting.push(...[...value.values()].reverse());
    else if (isReference(value) && !numbers.has(value.ref)) {
      const object = file.objects.get(value.ref);
      if (!object) throw new Error(`The printed PDF has no object ${String(value.ref)}`);
      order.push({ ref: value.ref, object });
      numbers.set(value.ref, order.length);
      waiting.push(object.value);
    }
  }
  return {
    order,
    number: (ref) => {
      const found = numbers.get(ref);
      if (found === undefined) throw new Error(`The printed PDF has no object ${String(ref)}`);
      return found;
    },
  };
}

async function objectStream(
  group: readonly Ordered[],
  number: (ref: number) => number,
  text: (value: PdfValue) => string,
): Promise<{ value: PdfDictionary; data: Uint8Array }> {
  let head = '';
  let body = '';
  for (const { ref, object } of group) {
    head += `${String(number(ref))} ${String(body.length)} `;
    body += `${text(object.value)}\n`;
  }
  const value = dictionary({
    Type: '/ObjStm',
    N: String(group.length),
    First: String(head.length),
    Filter: '/FlateDecode',
  });
  return { value, data: await deflated(latin1(head + body)) };
}

/** The table's rows, each less the one above it (PNG's predictor "up"), since most differ in a byte. */
function crossReferences(
  entries: ReadonlyMap<number, readonly [number, number, number]>,
  size: number,
): Uint8Array {
  const columns = widths[0] + widths[1] + widths[2];
  const rows = new Uint8Array(size * (columns + 1));
  let above = new Uint8Array(columns);
  for (let number = 0; number < size; number++) {
    const [kind, where, index] = entries.get(number) ?? [0, 0, 65535];
    const row = new Uint8Array(columns);
    const view = new DataView(row.buffer);
    view.setUint8(0, kind);
    view.setUint32(widths[0], where);
    view.setUint16(widths[0] + widths[1], index);
    const at = number * (columns + 1);
    rows[at] = 2;
    for (let column = 0; column < columns; column++)
      rows[at + 1 + column] = (row[column] ?? 0) - (above[column] ?? 0);
    above = row;
  }
  return rows;
}
