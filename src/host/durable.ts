import { open } from 'node:fs/promises';

/** Write a file so that it outlasts the machine's next breath. */
export async function writeDurably(path: string, content: Uint8Array | string, mode?: number): Promise<void> {
  const file = await open(path, 'wx');
  try {
    if (mode !== undefined) await file.chmod(mode & 0o777);
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
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
