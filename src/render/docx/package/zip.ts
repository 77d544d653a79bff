import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate';
import { ZipBroken, zipEntries } from './zip-entries.ts';

/** The parts of an Open XML package by name. XML parts are text, everything else bytes. */
export type Parts = Map<string, string | Uint8Array>;

/** The oldest moment a zip can hold, in local time as fflate reads it: the same bytes in every time zone. */
const noTime = new Date(1980, 0, 1);

/** Bytes: the largest part, and all parts together. The largest report has a part of 6 MB. */
export const largest = { part: 64 * 1024 ** 2, all: 256 * 1024 ** 2, parts: 4096 };

/**
 * Unpack a package, or those of its parts that `wanted` accepts. Folder entries are dropped: Word hangs on some of them. Throws
 * `ZipBroken` for what is none, or unpacks to more than a report can have: an audited file may come from anywhere.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean = () => true): Parts {
  const entries = zipEntries(bytes).filter(({ name }) => wanted(name));
  let all = 0;
  for (const { name, size } of entries) {
    all += size;
    if (size > largest.part || all > largest.all) throw new ZipBroken(`${name} is too large`);
  }
  if (entries.length > largest.parts) throw new ZipBroken('too many parts');
  return new Map(
    entries.map(({ name, read }) => {
      const data = read();
      return [name, isXml(name) ? strFromU8(data) : data];
    }),
  );
}

/** Pack parts so that the same parts give the same bytes: content types first, the others by name, no times. `level` 0 only stores them. */
export function pack(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  const first = '[Content_Types].xml';
  const names = [...parts.keys()].filter((name) => name !== first).sort();
  const files: Zippable = {};
  for (const name of [first, ...names]) {
    const part = parts.get(name);
    if (part !== undefined)
      files[name] = [typeof part === 'string' ? strToU8(part) : part, { mtime: noTime, level }];
  }
  return zipSync(files);
}

/** Whether a part is XML, by its name. */
export function isXml(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels');
}
