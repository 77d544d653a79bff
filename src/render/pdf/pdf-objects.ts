/** Dictionaries of a PDF as Chromium writes it: version 1.4, one classic xref table, nothing in object streams. */
export interface PdfObjects {
  /** The file as Latin-1, one character a byte. */
  readonly text: string;
  /** Number of the last object plus one. */
  readonly size: number;
  /** Where the newest cross-reference table begins. */
  readonly xref: number;
  /** Object numbers of the trailer's entries. */
  readonly root: number;
  readonly info: number | undefined;
  /** Numbers of all objects, as the table lists them. */
  readonly numbers: readonly number[];
  /** What stands between `obj` and `endobj`; of a stream, the dictionary and the data. */
  readonly object: (number: number) => string;
  /** Offset of that in `text`. */
  readonly offset: (number: number) => number;
}

/** Read the cross-reference table. Throws when the file is not of the kind Chromium writes. */
export function readPdfObjects(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const xref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const trailerAt = text.indexOf('trailer', xref);
  if (!Number.isInteger(xref) || !text.startsWith('xref', xref) || trailerAt < 0)
    throw new Error('The printed PDF has no plain xref table');
  const trailer = text.slice(trailerAt);
  const offsets = readTable(text.slice(xref, trailerAt));
  const offset = (number: number): number => {
    const at = offsets.get(number);
    if (at === undefined) throw new Error(`The printed PDF has no object ${number}`);
    return text.indexOf('obj', at) + 3;
  };
  const entry = (name: string): number | undefined => reference(trailer, name);
  const root = entry('Root');
  if (root === undefined) throw new Error('The printed PDF has no catalogue');
  const object = (number: number): string => {
    const start = offset(number);
    return text.slice(start, text.indexOf('endobj', start));
  };
  return {
    text,
    size: Number(/\/Size\s+(\d+)/.exec(trailer)?.[1]),
    xref,
    root,
    info: entry('Info'),
    numbers: [...offsets.keys()],
    object,
    offset,
  };
}

/** Object number of `/name 12 0 R` in a dictionary. */
export function reference(dictionary: string, name: string): number | undefined {
  const match = new RegExp(`/${name}\\s+(\\d+)\\s+0\\s+R`).exec(dictionary);
  return match ? Number(match[1]) : undefined;
}

function readTable(table: string): Map<number, number> {
  const offsets = new Map<number, number>();
  let next = 0;
  for (const [, first, kind] of table.matchAll(/(\d+) \d+(?: ([nf]))?/g)) {
    if (kind === undefined) next = Number(first);
    else {
      if (kind === 'n') offsets.set(next, Number(first));
      next += 1;
    }
  }
  return offsets;
}
