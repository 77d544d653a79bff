import { inflateSync } from 'node:zlib';

/**
 * A finished PDF with all its streams unpacked, as Latin-1: what is looked for in it would otherwise be hidden from the
 * search, and found missing.
 */
export function inflatePdf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  return text.replace(/stream\r?\n([^]*?)\r?\nendstream/g, (whole, data: string) => {
    try {
      return inflateSync(new Uint8Array(Buffer.from(data, 'latin1'))).toString('latin1');
    } catch {
      return whole; // The metadata are not packed.
    }
  });
}
