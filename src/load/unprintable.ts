/**
 * What no text may hold: control characters but tab and line breaks, code points that are no characters, halves of one, which XML and so
 * Word refuse; and marks that turn the direction of what follows, which print `12` as `21`. They come along when text is copied out of a PDF.
 */
const unprintable =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** A character no text may hold: which, and where in it, from 0. */
export interface Unprintable {
  readonly codePoint: string;
  readonly index: number;
}

/** The first character of a text that cannot be printed. */
export function unprintableIn(text: string): Unprintable | undefined {
  const found = unprintable.exec(text);
  if (!found) return undefined;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { codePoint: `U+${code}`, index: found.index };
}

/** Every text and key below a value that holds such a character, by its path. */
export function unprintablePaths(
  value: unknown,
  path: readonly PropertyKey[] = [],
): { readonly path: readonly PropertyKey[]; readonly of: 'value' | 'key'; readonly codePoint: string }[] {
  if (typeof value === 'string') {
    const found = unprintableIn(value);
    return found ? [{ path, of: 'value', codePoint: found.codePoint }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, item]) => {
    const at = [...path, isList ? Number(key) : key];
    const inKey = unprintableIn(key);
    const own = inKey ? [{ path: at, of: 'key' as const, codePoint: inKey.codePoint }] : [];
    return [...own, ...unprintablePaths(item, at)];
  });
}

/** Whether a YAML text could say such a character at all: as itself, or written as an escape. */
export function mayBeUnprintable(text: string): boolean {
  return text.includes('\\') || unprintable.test(text);
}
