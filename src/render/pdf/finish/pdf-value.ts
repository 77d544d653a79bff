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
  if (typeof value === 'string') return value;
  if (isReference(value)) return `${String(number(value.ref))} 0 R`;
  if (isArray(value)) return `[${value.map((item) => writeValue(item, number)).reduce(joined, '')}]`;
  let text = '';
  for (const [key, item] of value) text = joined(text, joined(`/${key}`, writeValue(item, number)));
  return `<<${text}>>`;
}

/** Two tokens need white space between them unless one of them ends or begins by itself. */
function joined(before: string, after: string): string {
  const apart = before === '' || '])>'.includes(before.at(-1) ?? '') || '[(</'.includes(after.charAt(0));
  return apart ? before + after : `${before} ${after}`;
}
