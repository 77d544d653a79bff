import { isAbsolute } from 'node:path';
import subsetFont from 'subset-font';
import type { Host } from '../host.ts';
import type { OwnFolder } from '../host/private-folders.ts';
import { facePath, readFace, type Typeface } from './faces.ts';

/** Font files for a while. */
export interface FontFiles {
  readonly files: readonly string[];
  /** Call it when nobody reads them any more. */
  readonly remove: () => void;
}

/**
 * Files of `faces` in their order, those that set `markup` cut down to its characters: for programs that read a file of
 * 10 MB again for every text. A theme's own files stay as they are, since names are cut, too, by which they might be found;
 * and all of them do where nothing can be written.
 */
export async function cutFiles(host: Host, faces: readonly Typeface[], markup: string): Promise<FontFiles> {
  const whole = faces.map((face) => facePath(face, host));
  const isNeeded = ({ path, family, weight }: Typeface): boolean =>
    isAbsolute(path) && markup.includes(family) && (weight === 400 || markup.includes('font-weight'));
  if (!faces.some(isNeeded)) return { files: whole, remove: () => undefined };
  const characters = [...new Set(markup)].sort().join('');
  let folder: OwnFolder | undefined;
  try {
    folder = await host.ownFolder();
    const files: string[] = [];
    for (const face of faces) {
      const bytes = isNeeded(face) && (await cut(await readFace(host, face), characters));
      files.push(bytes ? await folder.write(`${face.id}.ttf`, bytes) : facePath(face, host));
    }
    return { files, remove: folder.remove };
  } catch {
    folder?.remove();
    return { files: whole, remove: () => undefined };
  }
}

async function cut({ buffer, byteOffset, byteLength }: Uint8Array, characters: string): Promise<Uint8Array> {
  const full = Buffer.from(buffer, byteOffset, byteLength);
  return new Uint8Array(await subsetFont(full, characters, { targetFormat: 'truetype' }));
}
