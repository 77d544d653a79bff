import type { PdfValue } from './pdf-value.ts';

const token =
  /[\s\0]*(?:(\d+)\s+0\s+R(?![A-Za-z])|(<<|>>|\[|\]|\(|\/[^\s\0/<>[\]()]*|<[\dA-Fa-f\s]*>|[^\s\0/<>[\]()]+))/y;

/** The value that begins at `at` in a file read as Latin-1, and where it ends. Throws on what is no PDF. */
export function parseValue(text: string, at: number): { readonly value: PdfValue; readonly end: number } {
  let position = at;

  const next = (): PdfValue | undefined => {
    token.lastIndex = position;
    const match = token.exec(text);
    if (!match) throw new Error(`The printed PDF has no value at ${String(position)}`);
    position = token.lastIndex;
    const [, ref, word = ''] = match;
    if (ref !== undefined) return { ref: Number(ref) };
    if (word === '<<') return parseDictionary();
    if (word === '[') return parseArray();
    if (word === '(') return literal();
    return word === '>>' || word === ']' ? undefined : word;
  };
  const parseArray = (): PdfValue[] => {
    const items: PdfValue[] = [];
    for (let item = next(); item !== undefined; item = next()) items.push(item);
    return items;
  };
  const parseDictionary = (): PdfValue => {
    const items = parseArray();
    const entries = new Map<string, PdfValue>();
    for (let index = 0; index + 1 < items.length; index += 2) {
      const key = items[index];
      if (typeof key === 'string') entries.set(key.slice(1), items[index + 1] ?? 'null');
    }
    return entries;
  };
  /** A string in parentheses, which may nest. */
  const literal = (): string => {
    const start = position - 1;
    for (let depth = 1; depth > 0; position += 1) {
      const character = text[position];
      if (character === undefined) throw new Error('The printed PDF ends inside a string');
      if (character === '\\') position += 1;
      else if (character === '(') depth += 1;
      else if (character === ')') depth -= 1;
    }
    return text.slice(start, position);
  };

  const value = next();
  if (value === undefined) throw new Error(`The printed PDF has no value at ${String(at)}`);
  return { value, end: position };
}
