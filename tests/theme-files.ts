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
  // One character a byte: names stand in the file as ASCII and as big-endian UTF-16.
  let text = readFileSync(face.path, 'latin1');
  for (const [from, to] of [
    ['Noto Sans SC', 'Bureau Sans1'],
    ['NotoSansSC', 'BureauSans'],
  ] as const)
    text = text.replaceAll(from, to).replaceAll(wide(from), wide(to));
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

const wide = (text: string): string => Array.from(text, (character) => `\0${character}`).join('');
