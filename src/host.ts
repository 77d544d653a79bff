import { constants, type Stats } from 'node:fs';
import { access, lstat, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectFolder } from './host/expect-folder.ts';
import { makeFolderOnce } from './host/make-folder-once.ts';
import { loadNative } from './host/native.ts';
import { cacheFolder, ownFolder, type OwnFolder } from './host/private-folders.ts';
import { replaceFile } from './host/replace-file.ts';
import { replaceFolder } from './host/replace-folder.ts';
import { usualPatience } from './host/staging.ts';
import { programDigest, programName } from './host/program.ts';
import { noResults, resultsIn, type Results } from './host/results.ts';

/** Everything of the outside world the stages may see: files of the project, the environment, time spent. */
export interface Host {
  /** Absolute path of the project: where `data/`, `templates/` and `seeds/` are. */
  readonly root: string;
  /** Text of a project file, or undefined when there is none. Throws `FileTooLarge` above `maximumInputBytes`, `FileRefused`. */
  readText(path: string): Promise<string | undefined>;
  /** Throws `FileRefused` for what is no file, has more than a gigabyte or cannot be opened; another error where there is none. */
  readBytes(path: string): Promise<Uint8Array>;
  /** Names in a project folder, sorted; empty when there is no such folder. */
  list(folder: string): Promise<string[]>;
  /**
   * Replace a folder as a whole: the files given, and of the old folder those `keep` accepts. Whoever looks finds the old
   * one or the new one, complete, whatever happens to this process. Waits for others that write the same folder, a minute at
   * most, and tells `onWait` when that is long.
   */
  replaceFolder(
    folder: string,
    files: ReadonlyMap<string, Uint8Array | string>,
    keep: (name: string) => boolean,
    onWait?: () => void,
  ): Promise<void>;
  /**
   * Throw what `replaceFolder` would throw, as far as that can be known now, and clean what killed programs left beside the
   * folder. Nothing of it is changed.
   */
  expectFolder(folder: string): Promise<void>;
  /** Put a text into a file in one step; a link stays a link, and a file keeps who may read it. */
  writeText(path: string, text: string): Promise<void>;
  /**
   * Put `after` into a file that says `before`; false, and nothing is written, where it says anything else by now. Of several
   * processes that want the same only one does it at a time, the others after it.
   */
  replaceText(path: string, before: string, after: string): Promise<boolean>;
  /** A private folder for things that can be made again, such as an unpacked browser. */
  cacheFolder(name: string): Promise<string>;
  /** A folder in the system's place for temporary things, which never outlasts this process and the next one's start. */
  ownFolder(): Promise<OwnFolder>;
  /**
   * A folder that is made once and then only read. `fill` writes into a temporary sibling, which takes its place in
   * one step; when another process is at it, that one's is waited for. Returns the folder.
   */
  makeFolderOnce(folder: string, fill: (temporary: string) => Promise<void>): Promise<string>;
  /**
   * What earlier runs have left for later ones, by content, in the folder WHITEPAPER_CACHE names or our own; `noResults` for a run that
   * is to start from nothing, or where that says `off`.
   */
  readonly results: Results;
  /** Digest of the program that runs, packages and Node included. */
  programDigest(): string;
  programName(): { readonly name: string; readonly version: string };
  /** Size and time of a file, to tell whether it is still the same one; undefined where there is none. */
  fileMark(path: string): Promise<string | undefined>;
  writeExecutable(path: string, bytes: Uint8Array): Promise<void>;
  isExecutable(path: string): Promise<boolean>;
  environment(name: string): string | undefined;
  /** Milliseconds since some moment; for telling how long a stage took, never for output. */
  elapsed(): number;
}

/** No figure file comes near this; a larger one is a mistake or an attack, and YAML parsing is superlinear. */
export const maximumInputBytes = 5 * 1024 * 1024;

/** The largest finished document of the bench has 40 MB; what is read as bytes is held as a whole. */
const maximumBytes = 1024 ** 3;

/** A data or template file is larger than any such file can be. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  readonly path: string;
  readonly bytes: number;

  constructor(path: string, bytes: number) {
    super(`${path}: ${String(bytes)} bytes`);
    this.path = path;
    this.bytes = bytes;
  }
}

/** A file of the project that is not read: a link that leads out of it, or one that cannot be opened. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly path: string;
  /** `outside`, or what the system says. */
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** The real host. `root` defaults to the project this program lies in; `WHITEPAPER_ROOT` points it elsewhere. */
export function createHost(root: string = process.env.WHITEPAPER_ROOT ?? projectRoot): Host {
  const inside = (path: string): string => (isAbsolute(path) ? path : join(root, path));
  /** Folders of the project found to lie in it, links followed; each is looked at once. */
  const own = new Map<string, Promise<boolean>>();
  const isOwn = (top: string, folder: string): Promise<boolean> => {
    const known = own.get(folder) ?? isWithin(top, folder);
    own.set(folder, known);
    return known;
  };
  /**
   * A project may come from anywhere: a link in it must not print what else is on this machine. Its folders `data`, `out` and so on may be
   * links themselves, to a shared drive for example.
   */
  const refuseLinksOut = async (path: string, file: string): Promise<void> => {
    if (isAbsolute(path)) return;
    const [first = '', ...rest] = path.split(/[\\/]/);
    const top = rest.length === 0 ? root : join(root, first);
    const isLink = (await lstat(file)).isSymbolicLink();
    if (!(await isOwn(top, dirname(file))) || (isLink && !(await isWithin(top, file))))
      throw new FileRefused(path, 'outside');
  };

  const { WHITEPAPER_CACHE: keptAt = '' } = process.env;
  const keptIn = async (): Promise<string> => (keptAt === '' ? host.cacheFolder('results') : keptAt);

  const host: Host = {
    root,
    async readText(path) {
      const file = inside(path);
      const status = await statOrUndefined(file);
      if (!status?.isFile()) return undefined;
      if (status.size > maximumInputBytes) throw new FileTooLarge(path, status.size);
      await refuseLinksOut(path, file);
      return openable(path, readFile(file, 'utf8'));
    },
    async readBytes(path) {
      const status = await statOrUndefined(inside(path));
      if (!isAbsolute(path)) await refuseLinksOut(path, inside(path));
      // To open a pipe is to wait for its writer without end, and a device never ends.
      if (status && !status.isFile() && !status.isDirectory()) throw new FileRefused(path, 'EINVAL');
      if (status && status.size > maximumBytes) throw new FileRefused(path, 'EFBIG');
      // A view, not a copy: the faces are 50 MB.
      const { buffer, byteOffset, byteLength } = await openable(path, readFile(inside(path)));
      return new Uint8Array(buffer, byteOffset, byteLength);
    },
    async list(folder) {
      if (!(await statOrUndefined(inside(folder)))?.isDirectory()) return [];
      // It may be gone by now.
      const names = await openable(folder, readdir(inside(folder))).catch(noneWhereMissing);
      return [...names].sort();
    },
    replaceFolder: (folder, files, keep, onWait) =>
      replaceFolder(inside(folder), { files, keep }, loadNative(), { ...usualPatience, onWait }),
    expectFolder: (folder) => expectFolder(inside(folder), loadNative()),
    async writeText(path, text) {
      await replaceFile(inside(path), text, loadNative());
    },
    replaceText: (path, before, after) => replaceFile(inside(path), after, loadNative(), before),
    cacheFolder,
    ownFolder: () => ownFolder(loadNative()),
    makeFolderOnce: (folder, fill) => makeFolderOnce(folder, fill, loadNative),
    writeExecutable: (path, bytes) => writeFile(path, bytes, { mode: 0o755 }),
    async isExecutable(path) {
      try {
        await access(path, constants.X_OK);
        return (await stat(path)).isFile();
      } catch {
        return false;
      }
    },
    results: keptAt === 'off' ? noResults : resultsIn(keptIn),
    programDigest,
    programName,
    async fileMark(path) {
      const status = await statOrUndefined(inside(path));
      return status && `${status.size}/${status.mtimeMs}`;
    },
    environment: (name) => process.env[name],
    elapsed: () => performance.now(),
  };
  return host;
}

/** Path relative to the project with forward slashes, as diagnostics and manifests print it. */
export function projectPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** Whether `path`, links followed, is `folder` or lies in it. */
async function isWithin(folder: string, path: string): Promise<boolean> {
  const [real, found] = await Promise.all([realpath(folder), realpath(path)]);
  return real === found || isInside(folder, path);
}

/** What reading gives; what the system says against it as `FileRefused`, but for there being no such file. */
async function openable<Result>(path: string, reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw code === 'ENOENT' ? error : new FileRefused(path, code);
  }
}

/** Whether `path`, links followed, lies in `folder`. */
export async function isInside(folder: string, path: string): Promise<boolean> {
  const from = relative(await realpath(folder), await realpath(path));
  return from !== '' && !from.startsWith('..') && !isAbsolute(from);
}

function noneWhereMissing(error: unknown): readonly string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}

async function statOrUndefined(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch {
    return undefined;
  }
}
