/** Longest value of a file a message quotes, in UTF-16 units. */
const longest = 400;

const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
const directions = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * A text from a file as a terminal may show it: control characters, which could rewrite the screen, as their pictures, and
 * characters that turn the direction of reading round by their code.
 */
export function legible(text: string): string {
  return text
    .replace(controls, (control) => {
      const code = control.codePointAt(0) ?? 0;
      return code < 0x20 ? String.fromCodePoint(0x2400 + code) : code === 0x7f ? '␡' : `[U+00${hex(code)}]`;
    })
    .replace(directions, (mark) => `[U+${hex(mark.codePointAt(0) ?? 0).padStart(4, '0')}]`);
}

const hex = (code: number): string => code.toString(16).toUpperCase();

/** Details of a message with long texts cut short: a whole paragraph in the place of an id is told by its beginning. */
export function shortened<Details>(details: Details): Details {
  const cut = (value: unknown): unknown => {
    if (typeof value === 'string' && value.length > longest) return `${value.slice(0, longest)}…`;
    return Array.isArray(value) ? value.map(cut) : value;
  };
  const entries = Object.entries(details as object).map(([name, value]: [string, unknown]) => [
    name,
    cut(value),
  ]);
  return Object.fromEntries(entries) as Details;
}
