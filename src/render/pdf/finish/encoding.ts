import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

const deflateAside = promisify(deflate);

/** Bytes of a text that holds one character a byte. */
export function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** Data as `/FlateDecode` has them, in a thread of its own. The highest level would save 1 % and take five times as long. */
export async function deflated(data: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await deflateAside(data));
}
