import { readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { copyProject, projectRoot, type ChangeableProject, type ProjectCopy } from './project-copy.ts';

/** Copies nobody uses at the moment; they go with the folder of the shared builds. */
const free: ProjectCopy[] = [];

/**
 * Change a copy of the project, use it and put it back as it was: hundreds of tests change one file of a hundred, and
 * to copy and remove all of them took longer than the test.
 */
export async function borrowCopy<Result>(
  change: (copy: ChangeableProject) => Promise<void>,
  use: (copy: ProjectCopy) => Promise<Result>,
): Promise<Result> {
  const copy = free.pop() ?? (await copyProject(inject('sharedBuilds')));
  const changed = new Set<string>();
  try {
    await change({
      read: (file) => copy.read(file),
      write(file, text) {
        changed.add(file);
        return copy.write(file, text);
      },
      edit(file, from, to) {
        changed.add(file);
        return copy.edit(file, from, to);
      },
    });
    return await use(copy);
  } finally {
    for (const file of changed) await restore(copy, file);
    free.push(copy);
  }
}

async function restore(copy: ProjectCopy, file: string): Promise<void> {
  const original = await readFile(join(projectRoot, file)).catch(() => undefined);
  if (original) {
    await copy.write(file, new Uint8Array(original));
    return;
  }
  await rm(join(copy.root, file), { force: true });
  await rmdir(join(copy.root, dirname(file))).catch(() => undefined); // Others may lie in it.
}
