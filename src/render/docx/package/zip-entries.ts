import * as zlib from 'node:zlib';

/** One file of a zip archive as its directory lists it, not yet unpacked. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** Unpack it. Throws `ZipBroken` when it is longer or shorter than stated, or its checksum is another. */
  readonly read: () => Uint8Array;
}

/** The archive is not what its directory says. */
export class ZipBroken extends Error {
  override readonly name = 'ZipBroken';
}

const signatures = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 };
const sizes = { end: 22, directory: 46, local: 30, comment: 0xffff };
const methods = { stored: 0, deflated: 8 };

/** `crc32` came with Node 20.15; the types in use are older. */
const { crc32 } = zlib as unknown as { readonly crc32: (data: Uint8Array) => number };

/**
 * List a zip archive by its central directory (APPNOTE 4.3.12), folders left out. Unlike fflate, which `zip.ts` packs our own
 * files with, it stops inflating at the stated size and compares checksums: the file may come from anywhere. Throws
 * `ZipBroken` for what is no archive, encrypted or of the large format, which no office program writes for documents.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const entries: ZipEntry[] = [];
  let offset = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (offset + sizes.directory > end || view.getUint32(offset, true) !== signatures.directory)
      throw new ZipBroken('the directory is cut short');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((at) =>
      view.getUint16(offset + at, true),
    );
    const begin = offset + sizes.directory;
    const name = new TextDecoder().decode(bytes.subarray(begin, begin + (nameLength ?? 0)));
    const at = offset;
    if (!name.endsWith('/')) {
      const size = view.getUint32(at + 24, true);
      entries.push({ name, size, read: () => unpackEntry(bytes, view, at, size) });
    }
    offset = begin + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - sizes.end;
  for (let at = last; at >= Math.max(0, last - sizes.comment); at -= 1)
    if (view.getUint32(at, true) === signatures.end) return at;
  throw new ZipBroken('no directory');
}

/** The file whose directory entry is at `at`. */
function unpackEntry(bytes: Uint8Array, view: DataView, at: number, size: number): Uint8Array {
  if ((view.getUint16(at + 8, true) & 1) === 1) throw new ZipBroken('encrypted');
  const packedSize = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + sizes.local > bytes.length || view.getUint32(local, true) !== signatures.local)
    throw new ZipBroken('a part is missing');
  const begin = local + sizes.local + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (begin + packedSize > bytes.length) throw new ZipBroken('a part is cut short');
  const packed = bytes.subarray(begin, begin + packedSize);
  const data = inflate(packed, view.getUint16(at + 10, true), size);
  if (data.length !== size || crc32(data) !== view.getUint32(at + 16, true))
    throw new ZipBroken('a checksum is wrong');
  return data;
}

function inflate(packed: Uint8Array, method: number, size: number): Uint8Array {
  if (method === methods.stored) return packed;
  if (method !== methods.deflated) throw new ZipBroken(`packed by method ${method}`);
  try {
    // One byte more than stated is enough to know; a limit of none would be none at all.
    return new Uint8Array(zlib.inflateRawSync(packed, { maxOutputLength: size + 1 }));
  } catch (error) {
    throw new ZipBroken(error instanceof Error ? error.message : String(error));
  }
}
