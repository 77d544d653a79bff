import type { EventEmitter } from 'node:events';
import { basename, join } from 'node:path';
import { watch } from 'chokidar';
import type { Host } from '../host.ts';

/** The folders a report is made from. */
const watched = ['data', 'seeds', 'templates'];

/** A watcher at work; whoever has it closes it. */
export interface Watcher {
  close(): Promise<void>;
}

/** Call `onChange` when a file of the project is written, made or taken away. Resolves when nothing can be missed. */
export async function watchProject(host: Host, onChange: () => void): Promise<Watcher> {
  // The library's types want a newer @types/node, whose EventEmitter is generic.
  const watcher = watch(
    watched.map((folder) => join(host.root, folder)),
    { ignoreInitial: true, ignored: (path) => isEditorsOwn(basename(path)) },
  ) as unknown as EventEmitter & Watcher;
  // A folder that cannot be watched must not end the preview: the others still are.
  watcher.on('error', () => undefined);
  watcher.on('all', onChange);
  await new Promise<void>((resolve) => {
    watcher.once('ready', resolve);
  });
  return watcher;
}

/** Swap, lock and backup files editors and Office lay beside the file they edit. */
function isEditorsOwn(name: string): boolean {
  return /^[.#~]|~$|\.(?:sw[a-p]|tmp|bak|writing)$/.test(name);
}
