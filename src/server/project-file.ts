import { extname, join } from 'node:path';
import { isInside, type Host } from '../host.ts';

/** The folders whose files the officer and the analyst edit. */
const folders = ['data', 'seeds', 'templates'];

/** Endings of files that are text to every program they could be opened with. */
const endings = ['.yaml', '.yml', '.hbs', '.css'];

/**
 * Absolute path of a file the project is made from, asked for by its path in the project; undefined for anything else,
 * also for a link that leads out of its folder.
 */
export async function projectFile(host: Host, file: string): Promise<string | undefined> {
  const [folder = '', ...rest] = file.split('/');
  const isPlain = rest.length > 0 && rest.every((part) => part !== '..' && /^[^.\\:\0][^\\:\0]*$/.test(part));
  if (!folders.includes(folder) || !isPlain || !endings.includes(extname(file))) return undefined;
  const path = join(host.root, file);
  try {
    return (await host.readText(file)) !== undefined && (await isInside(join(host.root, folder), path))
      ? path
      : undefined;
  } catch {
    return undefined;
  }
}
