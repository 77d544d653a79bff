import { isAbsolute } from 'node:path';
import { sha256 } from '../cache/digest.ts';
import { once } from '../host/once.ts';
import type { Host } from '../host.ts';

/** What a build has seen of the project, as digests by path: enough to tell whether it would see the same again. */
export interface Seen {
  /** Files, by SHA-256 of their content. */
  readonly files: Map<string, string>;
  /** Files that were looked for and were not there, or could not be read. */
  readonly missing: Set<string>;
  /** Folders, by SHA-256 of the names in them. */
  readonly folders: Map<string, string>;
}

/** A host that remembers what was seen. */
export interface RecordingHost {
  readonly host: Host;
  readonly seen: Seen;
}

/**
 * A host for one build. A file or folder it has read stays for that build what it was at first, whoever saves meanwhile: no document is
 * made from two states of a file.
 */
export function recordReads(host: Host): RecordingHost {
  const seen: Seen = { files: new Map(), missing: new Set(), folders: new Map() };
  const texts = new Map<string, Promise<string | undefined>>();
  const bytes = new Map<string, Promise<Uint8Array>>();
  const lists = new Map<string, Promise<string[]>>();
  const found = (path: string, content: string | Uint8Array): void => {
    seen.missing.delete(path);
    seen.files.set(path, sha256(content));
  };
  return {
    seen,
    host: {
      ...host,
      readText: (path) =>
        once(texts, path, async () => {
          seen.missing.add(path);
          const text = await host.readText(path);
          if (text !== undefined) found(path, text);
          return text;
        }),
      readBytes: (path) =>
        once(bytes, path, async () => {
          // Fonts of packages are named with their versions, by their own key.
          if (isAbsolute(path)) return host.readBytes(path);
          seen.missing.add(path);
          const content = await host.readBytes(path);
          found(path, content);
          return content;
        }),
      list: (folder) =>
        once(lists, folder, async () => {
          const names = await host.list(folder);
          seen.folders.set(folder, namesDigest(names));
          return names;
        }),
    },
  };
}

/** Digest of what a folder holds, by name. */
export function namesDigest(names: readonly string[]): string {
  return sha256(names.join('\0'));
}
