import { closeSync, fchmodSync, fsync, openSync, writeFile } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Write a file so that it outlasts the machine's next breath. It is there when this returns: were it made by another thread, that could
 * come after what a signal has cleaned.
 */
export async function writeDurably(path: string, content: Uint8Array | string, mode?: number): Promise<void> {
  const file = openSync(path, 'wx');
  try {
    if (mode !== undefined) fchmodSync(file, mode & 0o777);
    await promisify(writeFile)(file, content);
    await promisify(fsync)(file);
  } finally {
    closeSync(file);
  }
}

/** Make names durable, too: which files a folder has is written apart from what they say. */
export async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders, and writes names by itself.
  const folder = await open(path, 'r').catch(() => undefined);
  try {
    await folder?.sync();
  } catch {
    // Some file systems cannot; the names will be written in their own time.
  } finally {
    await folder?.close();
  }
}
