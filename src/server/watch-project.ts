import type { EventEmitter } from 'node:events';
import { basename, join } from 'node:path';
import { watch } from 'chokidar';
import { projectPath, type Host } from '../host.ts';

/** The folders a report is made from. */
const watched = ['data', 'seeds', 'templates'];

/** One file of the project was written, or is new or gone. */
export interface FileChange {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly kind: 'changed' | 'new-or-gone';
}

/** A watcher at work; whoever has it closes it. */
export interface Watcher {
  close(): Promise<void>;
}

/** Call `onChange` when a file of the project is written, made or taken away. Resolves when nothing can be missed. */
export async function watchProject(host: Host, onChange: (change: FileChange) => void): Promise<Watcher> {
  // The library's types want a newer @types/node, whose EventEmitter is generic.
  const watcher = watch(
    watched.map((folder) => join(host.root, folder)),
    { ignoreInitial: true, ignored: (path) => isEditorsOwn(basename(path)) },
  ) as unknown as EventEmitter & Watcher;
  // A folder that cannot be watched must not end the preview: the others still are.
  watcher.on('error', () => undefined);
  watcher.on('all', (event: string, path: string) => {
    onChange({
      path: projectPath(host.root, path),
      kind: event === 'change' ? 'changed' : 'new-or-gone',
    });
  });
  await new Promise<void>((resolve) => {
    watcher.once('ready', resolve);
  });
  return watcher;
}

/** Swap, lock and backup files editors and Office lay beside the file they edit. */
function isEditorsOwn(name: string): boolean {
  return /^[.#~]|~$|\.(?:sw[a-p]|tmp|bak|writing)$/.test(name);
}
