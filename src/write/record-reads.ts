import { createHash } from 'node:crypto';
import type { Host } from '../host.ts';

/** A host that remembers what was read, for the manifest: path → SHA-256 of the text. */
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
    },
  };
}

/** SHA-256 in hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
