import { readFileSync } from 'node:fs';
import { bundledFaces } from '../src/fonts/faces.ts';

/** A PNG of one colour, 2 × 1 pixels. */
export const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGM4IScHRAAIdwIJkXAbPAAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** A bundled face under another name of the same length, as an office's own font would be: `Bureau Sans1`. */
export function ownFont(weight: 400 | 700 = 400): Uint8Array {
  const face = bundledFaces.find(({ id }) => id === `sans-${weight}`)!;
  const bytes = readFileSync(face.path);
  for (const [from, to] of [
    ['Noto Sans SC', 'Bureau Sans1'],
    ['NotoSansSC', 'BureauSans'],
  ] as const)
    for (const encoding of ['latin1', 'utf16le'] as const) replaceAll(bytes, from, to, encoding);
  return bytes;
}

/** Name tables are big-endian; Node writes UTF-16 the other way round. */
function replaceAll(bytes: Buffer, from: string, to: string, encoding: 'latin1' | 'utf16le'): void {
  const write = (text: string): Buffer => {
    const written = Buffer.from(text, encoding);
    return encoding === 'utf16le' ? written.swap16() : written;
  };
  const [sought, put] = [write(from), write(to)];
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at)) put.copy(bytes, at);
}
