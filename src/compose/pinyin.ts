/**
 * Order of Chinese words by sound. The order is that of the collation `zh-u-co-pinyin` of Unicode CLDR as Node brings it (the
 * manifest names the version of Node): it gives every character its most frequent reading. Words of the catalogue that
 * begin otherwise are sorted as if they were written with a character of the right sound.
 */
const collator = new Intl.Collator('zh-u-co-pinyin');

const readings: readonly (readonly [word: string, soundsAs: string])[] = [
  ['调解', '条解'],
  ['调撤', '条撤'],
  ['重复', '虫复'],
  ['长三角', '常三角'],
  ['行业', '航业'],
];

/** The first character of each letter in that order; I, U and V begin no syllable. */
const firstOfLetter = {
  A: '吖', B: '八', C: '嚓', D: '咑', E: '妸', F: '发', G: '旮', H: '铪', J: '讥', K: '咖', L: '垃', M: '妈',
  N: '拏', O: '噢', P: '妑', Q: '七', R: '呥', S: '仨', T: '他', W: '穵', X: '夕', Y: '丫', Z: '帀',
} as const; // prettier-ignore

/** Letters by name: collation is slow, and sorting asks again and again. */
const initials = new Map<string, string>();

/** Under which letter a name is looked up: its own where it begins with one, else that of its first syllable, `#` for others. */
export function initialOf(name: string): string {
  const known = initials.get(name) ?? findInitial(name);
  initials.set(name, known);
  return known;
}

function findInitial(name: string): string {
  const sounded = asRead(name);
  if (/^[A-Za-z]/.test(sounded)) return sounded.slice(0, 1).toUpperCase();
  if (!/^\p{Script=Han}/u.test(sounded)) return '#';
  return (
    Object.entries(firstOfLetter).findLast(([, first]) => collator.compare(first, sounded) <= 0)?.[0] ?? 'A'
  );
}

/** Compare two names for sorting by sound; equal names only are equal. */
export function compareBySound(a: string, b: string): number {
  return initialOf(a) < initialOf(b)
    ? -1
    : initialOf(a) > initialOf(b)
      ? 1
      : collator.compare(asRead(a), asRead(b)) || (a < b ? -1 : a > b ? 1 : 0);
}

function asRead(name: string): string {
  const reading = readings.find(([word]) => name.startsWith(word));
  return reading ? reading[1] + name.slice(reading[0].length) : name;
}
