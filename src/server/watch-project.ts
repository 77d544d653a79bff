import type { EventEmitter } from 'node:events';
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
  // The project's folder itself, since a folder that is not there yet, or is replaced as a whole, cannot be watched.
  const watcher = watch(host.root, {
    ignoreInitial: true,
    ignored: (path) => !isWatched(projectPath(host.root, path)),
  }) as unknown as EventEmitter & Watcher;
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

/** Whether a path is the project's folder, or what a report may be made from. */
function isWatched(path: string): boolean {
  const [folder = '', ...rest] = path.split('/');
  return path === '' || (watched.includes(folder) && !rest.some(isEditorsOwn));
}

/** Swap, lock and backup files editors and Office lay beside the file they edit. */
function isEditorsOwn(name: string): boolean {
  return /^[.#~]|~$|\.(?:sw[a-p]|tmp|bak|writing)$/.test(name);
}
