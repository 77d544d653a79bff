import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the program's own files: `dist/` as compiled, `src/` where it runs from source. */
function programFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!['dist', 'src'].includes(basename(folder)) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** What `package.json` calls the program, and its version. */
export function programName(): { readonly name: string; readonly version: string } {
  const text = readFileSync(join(dirname(programFolder()), 'package.json'), 'utf8');
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  return { name, version };
}

let known: string | undefined;

/**
 * Digest of the program that runs: its files, the packages installed beside it, the version of Node. Two runs with the same digest make
 * the same of the same. Read once a process, as the program itself is.
 */
export function programDigest(): string {
  if (known !== undefined) return known;
  const folder = programFolder();
  const hash = createHash('sha256').update(process.version);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    hash.update(`\0${name}\0`);
    // The one script is made of these and of the packages; what is compiled of it bears the digest of its content as its name.
    if (/\.(?:[jt]s|css|json|svg)$/.test(name)) hash.update(readFileSync(path, 'utf8'));
  }
  // Npm writes down what it has installed; the lock file says what it was to install.
  for (const name of ['node_modules/.package-lock.json', 'package-lock.json']) {
    try {
      hash.update(`\0${name}\0`).update(readFileSync(join(dirname(folder), name), 'utf8'));
    } catch {
      continue;
    }
  }
  return (known = hash.digest('hex'));
}
