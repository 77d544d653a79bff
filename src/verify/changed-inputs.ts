import { isAbsolute, normalize } from 'node:path';
import { sha256 } from '../cache/digest.ts';
import type { Host } from '../host.ts';
import type { Manifest } from '../write/manifest.ts';
import { readIfPossible } from './read-if-possible.ts';

/** Files a report was made from that are not what they were; nothing outside the project is looked at, whatever a manifest says. */
export async function changedInputs({ inputs }: Manifest, host: Host): Promise<string[]> {
  const changed: string[] = [];
  for (const [path, digest] of Object.entries(inputs)) {
    const inside = !isAbsolute(path) && !normalize(path).startsWith('..');
    const bytes = inside ? await readIfPossible(path, host) : undefined;
    if (!bytes || sha256(bytes) !== digest) changed.push(path);
  }
  return changed;
}
