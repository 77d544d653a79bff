import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project these tests belong to. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** A project to be changed at will, file by file. */
export interface ChangeableProject {
  /** Put `to` where `from` stands; `from` must stand there exactly once. */
  edit(file: string, from: string, to: string): Promise<void>;
  write(file: string, text: string | Uint8Array): Promise<void>;
  read(file: string): Promise<string>;
}

/** A copy of what a report is made from. */
export interface ProjectCopy extends ChangeableProject {
  readonly root: string;
  remove(): Promise<void>;
}

/** Copy data, ledgers, templates and package.json into a folder of its own. */
export function copyProject(parent: string = tmpdir()): Promise<ProjectCopy> {
  const root = mkdtempSync(join(parent, 'whitepaper-copy-'));
  for (const name of ['data', 'seeds', 'templates']) copyFolder(name, root);
  copyFileSync(join(projectRoot, 'package.json'), join(root, 'package.json'));
  const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8');
  const write = async (file: string, text: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  };
  return Promise.resolve({
    root,
    read,
    write,
    async edit(file, from, to) {
      const parts = (await read(file)).split(from);
      if (parts.length !== 2)
        throw new Error(`${file} has ${String(parts.length - 1)} places with ${from}, not one`);
      await write(file, parts.join(to));
    },
    remove() {
      rmSync(root, { recursive: true, force: true });
      return Promise.resolve();
    },
  });
}

// Hundreds of tests copy the project: these hundred small files are copied in a third of the time without waiting for each.
function copyFolder(folder: string, root: string): void {
  mkdirSync(join(root, folder));
  for (const entry of readdirSync(join(projectRoot, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) copyFolder(path, root);
    else copyFileSync(join(projectRoot, path), join(root, path));
  }
}
