#!/usr/bin/env node
// Runs the compiled program where it is as new as its source, and the source itself, which starts a second
// later, where somebody is changing it. Nobody ever runs an out-of-date build.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, loadBundle } from './load-bundle.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Newest change of a folder, deletions included: those touch the folder itself. */
function newest(folder) {
  let time = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    time = Math.max(time, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return time;
}

/** When a file was made; long ago where there is none. */
const made = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const changed = newest(join(root, 'src'));
// The preview runs for hours, starts processes and serves files of its own: it is as well without the one script.
if (made(bundle) >= changed && !process.argv.includes('preview')) loadBundle().start();
else if (made(join(root, 'dist', 'cli', 'main.js')) >= changed) await import('../dist/cli/main.js');
else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('../src/cli/main.ts');
}
