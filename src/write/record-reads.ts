import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import type { Host } from '../host.ts';

/** A host that remembers what was read, for the manifest: path → SHA-256 of the content. */
export interface RecordingHost {
  readonly host: Host;
  readonly reads: ReadonlyMap<string, string>;
}

export function recordReads(host: Host): RecordingHost {
  const reads = new Map<string, string>();
  return {
    reads,
    host: {
      ...host,
      async readText(path) {
        const text = await host.readText(path);
        if (text !== undefined) reads.set(path, sha256(text));
        return text;
      },
      async readBytes(path) {
        const bytes = await host.readBytes(path);
        // Fonts of packages are named with their versions, by their own key.
        if (!isAbsolute(path)) reads.set(path, sha256(bytes));
        return bytes;
      },
    },
  };
}

/** SHA-256 in hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
