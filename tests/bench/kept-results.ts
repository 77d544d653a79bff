import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What stays where builds are to begin with nothing kept: a browser that is unpacked once a machine, and the list of fonts. */
const once = /^(chromium-|fontconfig$)/;

/** A cache folder of the bench's own: the one of whoever runs it is neither used nor changed. */
export class Cache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get environment(): Readonly<Record<string, string>> {
    return { XDG_CACHE_HOME: this.#folder };
  }

  /** Forget all results of earlier builds. */
  async forget(): Promise<void> {
    const cache = join(this.#folder, 'whitepaper');
    await mkdir(cache, { recursive: true });
    for (const name of await readdir(cache))
      if (!once.test(name)) await rm(join(cache, name), { recursive: true });
  }

  /** Forget everything: the next build is the first on this machine. */
  async forgetAll(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
