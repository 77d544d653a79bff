import { createHash } from 'node:crypto';

/** Tells texts of a file apart: what a page was made from, and what stands on the disk when something is to be written. */
export function textMark(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
