import type { Host } from '../host.ts';
import type { Place } from '../diagnostics/diagnostic.ts';

/** Characters that hardly stand together twice. */
const length = 10;

/** Texts of the files people write sentences in, by path. */
export async function readTexts(files: readonly string[], host: Host): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const file of files) {
    if (!/^data\/.*\.yaml$|\.hbs$/.test(file)) continue;
    const text = await host.readText(file);
    if (text !== undefined) texts.set(file, text);
  }
  return texts;
}

/** The one place in the files where some of these words stand; undefined where there is none or more than one. */
export function findWords(words: readonly string[], texts: ReadonlyMap<string, string>): Place | undefined {
  for (const stretch of words) {
    for (let at = 0; at + length <= stretch.length; at += length / 2) {
      const place = onlyPlace(stretch.slice(at, at + length), texts);
      if (place) return place;
    }
  }
  return undefined;
}

function onlyPlace(piece: string, texts: ReadonlyMap<string, string>): Place | undefined {
  let place: Place | undefined;
  for (const [file, text] of texts) {
    const at = text.indexOf(piece);
    if (at < 0) continue;
    if (place || text.includes(piece, at + 1)) return undefined;
    const before = text.slice(0, at);
    place = { file, line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
  }
  return place;
}
