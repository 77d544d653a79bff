#!/usr/bin/env node
// Runs the compiled program where it is as new as its source, and the source itself, which starts half a second
// later, where somebody is changing it. Nobody ever runs an out-of-date build.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiled = join(root, 'dist', 'cli', 'main.js');

/** Newest change of a folder, deletions included: those touch the folder itself. */
function newest(folder) {
  let time = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    time = Math.max(time, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return time;
}

const built = statSync(compiled, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (built >= newest(join(root, 'src'))) {
  await import('../dist/cli/main.js');
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('../src/cli/main.ts');
}
