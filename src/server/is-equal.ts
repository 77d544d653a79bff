import { timingSafeEqual } from 'node:crypto';

/** Whether a secret is the one expected; how long that takes tells nothing but its length. */
export function isEqual(given: string, expected: string): boolean {
  const encoder = new TextEncoder();
  const [one, other] = [encoder.encode(given), encoder.encode(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
