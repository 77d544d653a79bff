import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project these tests belong to. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** A copy of what a report is made from, to be changed at will. */
export interface ProjectCopy {
  readonly root: string;
  /** Put `to` where `from` stands; `from` must stand there exactly once. */
  edit(file: string, from: string, to: string): Promise<void>;
  write(file: string, text: string | Uint8Array): Promise<void>;
  read(file: string): Promise<string>;
  remove(): Promise<void>;
}

/** Copy data, ledgers, templates and package.json into a folder of its own. */
export async function copyProject(): Promise<ProjectCopy> {
  const root = await mkdtemp(join(tmpdir(), 'whitepaper-copy-'));
  for (const name of ['data', 'seeds', 'templates', 'package.json'])
    await cp(join(projectRoot, name), join(root, name), { recursive: true });
  const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8');
  const write = async (file: string, text: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  };
  return {
    root,
    read,
    write,
    async edit(file, from, to) {
      const parts = (await read(file)).split(from);
      if (parts.length !== 2)
        throw new Error(`${file} has ${String(parts.length - 1)} places with ${from}, not one`);
      await write(file, parts.join(to));
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
