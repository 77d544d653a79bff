/** A word of what was typed, in the form everything it is compared with has. */
export interface Term {
  readonly text: string;
  /** Digits as stated: 5,274件 has 5274. */
  readonly number?: string;
  /** What stands behind the digits: 件 of 5274件. */
  readonly unit?: string;
}

/** Words more than these are not looked for: nobody types them. */
const mostTerms = 8;

/** What was typed, in words: full-width signs are as good as half-width ones, 5,274 is 5274, capitals do not count. */
export function readQuery(typed: string): Term[] {
  const words = plain(typed).split(' ').filter(Boolean).slice(0, mostTerms);
  return words.map((text) => {
    const [, number, unit] = /^(-?\d+(?:\.\d*)?)(\D*)$/.exec(text) ?? [];
    return number === undefined ? { text } : { text, number, ...(unit && { unit }) };
  });
}

/** A text as it is compared: one width, one case, no grouping, single blanks. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('−', '-')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
