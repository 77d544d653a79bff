import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Digest of plain data. Bytes count by their own digest. `place` does not count: where something is written tells what to
 * say of it when it is wrong, and never what is printed.
 */
export function digestOf(data: unknown): string {
  return sha256(JSON.stringify(data, withoutPlaces));
}

/** `this` and not `value`: a Buffer would have been made an array of numbers by then. */
function withoutPlaces(this: unknown, key: string, value: unknown): unknown {
  if (key === 'place' && isPlace(value)) return undefined;
  const held = (this as Record<string, unknown>)[key];
  if (held instanceof Uint8Array) return sha256(held);
  return held instanceof Map ? [...(held as Map<unknown, unknown>)] : value;
}

function isPlace(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'file' in value && 'line' in value && 'column' in value
  );
}
