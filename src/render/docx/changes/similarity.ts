/** Pairs of neighbouring characters of a text and how often each stands in it; numbers count as one character. */
export type Profile = ReadonlyMap<string, number>;

export function profileOf(text: string): Profile {
  const profile = new Map<string, number>();
  const plain = text.replace(/\d+(?:[.,]\d+)*/g, '0');
  for (let index = 0; index + 1 < plain.length; index += 1) {
    const pair = plain.slice(index, index + 2);
    profile.set(pair, (profile.get(pair) ?? 0) + 1);
  }
  return profile;
}

/** Share of the pairs two texts have in common, 0 to 1 (Dice). Texts of a character have none. */
export function similarity(a: Profile, b: Profile): number {
  const total = sizeOf(a) + sizeOf(b);
  if (total === 0) return 0;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const [pair, count] of few) common += Math.min(count, many.get(pair) ?? 0);
  return (2 * common) / total;
}

const sizes = new WeakMap<Profile, number>();

function sizeOf(profile: Profile): number {
  const known = sizes.get(profile);
  if (known !== undefined) return known;
  let size = 0;
  for (const count of profile.values()) size += count;
  sizes.set(profile, size);
  return size;
}
