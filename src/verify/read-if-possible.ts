import type { Host } from '../host.ts';

/** A file as it is; undefined where there is none, or nothing that can be read. */
export async function readIfPossible(file: string, host: Host): Promise<Uint8Array | undefined> {
  try {
    return await host.readBytes(file);
  } catch {
    return undefined;
  }
}
