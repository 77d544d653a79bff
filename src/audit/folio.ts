/** A printed page number: `iii`, `12`. */
export interface Folio {
  readonly value: number;
  readonly roman: boolean;
}

/** A page number or its place without the dashes a theme may set around it: `— 12 —` → `12`. */
export function withoutDashes(text: string): string {
  return /^—\s*(.*?)\s*—$/.exec(text.trim())?.[1] ?? text;
}

/** Read a page number; undefined for what is none. */
export function parseFolio(text: string): Folio | undefined {
  if (/^\d+$/.test(text)) return { value: Number(text), roman: false };
  return /^[ivxlc]+$/.test(text) ? { value: romanValue(text), roman: true } : undefined;
}

/** Whether a page number can stand behind another one in contents: roman before arabic, none lower than the last. */
export function follows(before: string, text: string): boolean {
  const page = parseFolio(text);
  const last = parseFolio(before);
  if (!page || !last) return page !== undefined;
  return page.roman === last.roman ? page.value >= last.value : last.roman;
}

const digits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(roman: string): number {
  const values = Array.from(roman, (digit) => digits[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
