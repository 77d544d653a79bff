/** A value of a PDF. Names (`/X`), strings (`(x)`, `<78>`), numbers and keywords are kept as they are written. */
export type PdfValue = string | Reference | readonly PdfValue[] | PdfDictionary;

/** `12 0 R`; the generation is always 0. */
export interface Reference {
  readonly ref: number;
}

/** By key without its slash, in the order of the file. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- An alias cannot refer to itself.
export interface PdfDictionary extends Map<string, PdfValue> {}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

export function isReference(value: PdfValue | undefined): value is Reference {
  return typeof value === 'object' && 'ref' in value;
}

export function dictionary(entries: Readonly<Record<string, PdfValue | undefined>>): PdfDictionary {
  const given = Object.entries(entries).filter(
    (entry): entry is [string, PdfValue] => entry[1] !== undefined,
  );
  return new Map(given);
}

/** A text string as PDF wants it: plain ASCII in parentheses, anything else as UTF-16 with its mark. */
export function textString(text: string): string {
  if (/^[ -~]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  const units = Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  );
  return `<feff${units.join('')}>`;
}

/** The shortest writing of a value; `number` says what an object is called in the file written. */
export function writeValue(value: PdfValue, number: (ref: number) => number): string {
  const tokens: string[] = [];
  let last = '[';
  // Two tokens need white space between them unless one of them ends or begins by itself.
  const put = (token: string): void => {
    if (!'[])>'.includes(last) && !'[]()</>'.includes(token.charAt(0))) tokens.push(' ');
    tokens.push(token);
    last = token.charAt(token.length - 1);
  };
  const write = (item: PdfValue): void => {
    if (typeof item === 'string') put(item);
    else if (isReference(item)) put(`${String(number(item.ref))} 0 R`);
    else if (isArray(item)) {
      put('[');
      for (const inner of item) write(inner);
      put(']');
    } else {
      put('<<');
      last = '[';
      for (const [key, inner] of item) {
        put(`/${key}`);
        write(inner);
      }
      put('>>');
    }
  };
  write(value);
  return tokens.join('');
}
