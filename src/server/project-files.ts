import type { Host } from '../host.ts';
import type { FileChange } from './watch-project.ts';

/**
 * Milliseconds after a change at which a file is looked at again. The watcher says nothing of what happens within 50 ms of a change,
 * and an editor may have emptied the file by then, or written half of it.
 */
const looks = [5, 20, 80];

/** Milliseconds of quiet after which all files are looked at, again and again: what a watcher missed must not stay unseen. */
const quiet = 2000;

/**
 * The project's files as they were last read. A report is made of a hundred files and a save changes one: the others need not be read
 * again, as long as somebody watches and calls `take` for each change.
 */
export class ProjectFiles {
  /** Reads as the host given does, texts and lists of names from memory where it can. */
  readonly host: Host;
  readonly #disk: Host;
  readonly #texts = new Map<string, Promise<string | undefined>>();
  readonly #lists = new Map<string, Promise<string[]>>();
  /** The newest look at each file that is being looked at. */
  readonly #looks = new Map<string, Promise<string | undefined>>();
  readonly #timers = new Map<string, NodeJS.Timeout[]>();
  #review: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(disk: Host) {
    this.#disk = disk;
    this.host = {
      ...disk,
      readText: (path) => remembered(this.#texts, path, () => disk.readText(path)),
      list: async (folder) => [...(await remembered(this.#lists, folder, () => disk.list(folder)))],
    };
  }

  /** Something happened to a file. `tell` is called at once if it reads otherwise than before, and again whenever it still changes. */
  take(change: FileChange, tell: (change: FileChange) => void): void {
    const { path, kind } = change;
    if (kind === 'new-or-gone') this.#lists.clear();
    const look = async (unknown: boolean, isLast = false): Promise<void> => {
      if ((await this.#isOther(path, isLast)) ?? unknown) tell(change);
    };
    for (const timer of this.#timers.get(path) ?? []) clearTimeout(timer);
    const last = looks.length - 1;
    const timers = looks.map((milliseconds, index) =>
      setTimeout(() => {
        if (index === last) this.#timers.delete(path);
        void look(index === last, index === last);
      }, milliseconds),
    );
    this.#timers.set(path, timers);
    void look(kind === 'new-or-gone');
    this.reviewLater(tell);
  }

  /** Look no more. */
  close(): void {
    this.#isClosed = true;
    for (const timer of [...this.#timers.values()].flat()) clearTimeout(timer);
    this.#timers.clear();
    clearTimeout(this.#review);
  }

  /** Look at all files now and then: where a watcher hears nothing, as on network drives, saves are found a little later. */
  reviewLater(tell: (change: FileChange) => void): void {
    clearTimeout(this.#review);
    this.#review = setTimeout(() => {
      void this.#lookAtAll(tell)
        // A folder nobody may enter is told by the draft.
        .catch(() => undefined)
        .then(() => {
          if (!this.#isClosed) this.reviewLater(tell);
        });
    }, quiet);
  }

  async #lookAtAll(tell: (change: FileChange) => void): Promise<void> {
    for (const path of this.#texts.keys())
      if ((await this.#isOther(path, true)) === true) tell({ path, kind: 'changed' });
    for (const [folder, known] of this.#lists) {
      const [before, now] = await Promise.all([known, this.#disk.list(folder)]);
      if (before.join('/') === now.join('/')) continue;
      this.#lists.clear();
      tell({ path: folder, kind: 'new-or-gone' });
    }
  }

  /**
   * Whether a text is another than it was; undefined for what was never read, or not as text. Writing begins by emptying the file: of
   * an empty one that was none before, nothing is said and nothing kept unless it is so to the last.
   */
  async #isOther(path: string, isLast: boolean): Promise<boolean | undefined> {
    const known = this.#texts.get(path);
    if (!known) return undefined;
    const read = this.#disk.readText(path);
    this.#looks.set(path, read);
    const [before, now] = await Promise.allSettled([known, read]);
    // A later look tells what it finds.
    if (this.#looks.get(path) !== read) return false;
    this.#looks.delete(path);
    const isSame = before.status === 'fulfilled' && now.status === 'fulfilled' && before.value === now.value;
    if (isSame || (!isLast && now.status === 'fulfilled' && now.value === '')) return false;
    this.#texts.set(path, read);
    // One that has come or gone, whatever the watcher called it.
    this.#lists.clear();
    return true;
  }
}

function remembered<Value>(
  memory: Map<string, Promise<Value>>,
  key: string,
  read: () => Promise<Value>,
): Promise<Value> {
  const known = memory.get(key);
  if (known) return known;
  const reading = read();
  memory.set(key, reading);
  // What could not be read today may be there tomorrow.
  reading.catch(() => {
    if (memory.get(key) === reading) memory.delete(key);
  });
  return reading;
}
