import { initialOf } from '../../compose/pinyin.ts';

/** Collation is slow, and the same names are asked after at every key pressed. Names of the catalogue, so they are few. */
const known = new Map<string, string>();
const most = 5000;

/** First letters of a name's syllables: 发明专利授权量 is fmzlsql. What is not Chinese is left out. */
export function initialsOf(name: string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  if (known.size >= most) known.clear();
  // With the two characters behind it, by which those of several readings are told apart.
  const initials = Array.from(name, (character, index) =>
    /\p{Script=Han}/u.test(character) ? initialOf(name.slice(index, index + 3)).toLowerCase() : '',
  );
  known.set(name, initials.join(''));
  return initials.join('');
}
