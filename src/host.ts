import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import {
  access,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Everything of the outside world the stages may see: files of the project, the environment, time spent. */
export interface Host {
  /** Absolute path of the project: where `data/`, `templates/` and `seeds/` are. */
  readonly root: string;
  /** Text of a project file, or undefined when there is none. Throws `FileTooLarge` above `maximumInputBytes`, `FileRefused`. */
  readText(path: string): Promise<string | undefined>;
  readBytes(path: string): Promise<Uint8Array>;
  /** Names in a project folder, sorted; empty when there is no such folder. */
  list(folder: string): Promise<string[]>;
  /**
   * Replace a folder as a whole: the files given, and of the old folder those `keep` accepts. The old folder stays
   * untouched until all of the new one is on the disk.
   */
  replaceFolder(
    folder: string,
    files: ReadonlyMap<string, Uint8Array | string>,
    keep: (name: string) => boolean,
  ): Promise<void>;
  /** Put a text into a file in one step; a link stays a link, and a file keeps who may read it. */
  writeText(path: string, text: string): Promise<void>;
  /**
   * Put `after` into a file that says `before`; false, and nothing is written, where it says anything else by now. Of several
   * processes that want the same only one does it at a time.
   */
  replaceText(path: string, before: string, after: string): Promise<boolean>;
  /** A private folder for things that can be made again, such as an unpacked browser. */
  cacheFolder(name: string): Promise<string>;
  /**
   * A folder that is made once and then only read. `fill` writes into a temporary sibling, which takes its place in
   * one step; when another process is faster, its folder stands. Returns the folder.
   */
  makeFolderOnce(folder: string, fill: (temporary: string) => Promise<void>): Promise<string>;
  writeExecutable(path: string, bytes: Uint8Array): Promise<void>;
  isExecutable(path: string): Promise<boolean>;
  environment(name: string): string | undefined;
  /** Milliseconds since some moment; for telling how long a stage took, never for output. */
  elapsed(): number;
}

/** No figure file comes near this; a larger one is a mistake or an attack, and YAML parsing is superlinear. */
export const maximumInputBytes = 5 * 1024 * 1024;

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
  const isOwn = (folder: string): Promise<boolean> => {
    const known = own.get(folder) ?? isWithin(root, folder);
    own.set(folder, known);
    return known;
  };
  /** A project may come from anywhere: a link in it must not print what else is on this machine. */
  const refuseLinksOut = async (path: string, file: string): Promise<void> => {
    if (isAbsolute(path)) return;
    const isLink = (await lstat(file)).isSymbolicLink();
    if (!(await isOwn(dirname(file))) || (isLink && !(await isWithin(root, file))))
      throw new FileRefused(path, 'outside');
  };

  return {
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
      if (!isAbsolute(path)) await refuseLinksOut(path, inside(path));
      // A view, not a copy: the faces are 50 MB.
      const { buffer, byteOffset, byteLength } = await readFile(inside(path));
      return new Uint8Array(buffer, byteOffset, byteLength);
    },
    async list(folder) {
      if (!(await statOrUndefined(inside(folder)))?.isDirectory()) return [];
      return (await readdir(inside(folder))).sort();
    },
    async replaceFolder(folder, files, keep) {
      const target = inside(folder);
      await mkdir(dirname(target), { recursive: true });
      const staged = join(dirname(target), `.writing-${randomUUID()}`);
      await mkdir(staged);
      try {
        if (await statOrUndefined(target)) {
          for (const name of await readdir(target)) {
            if (!files.has(name) && keep(name))
              await cp(join(target, name), join(staged, name), { recursive: true });
          }
        }
        for (const [name, content] of files) await writeDurably(join(staged, name), content);
        const old = `${staged}-old`;
        const existed = (await statOrUndefined(target)) !== undefined;
        if (existed) await rename(target, old);
        try {
          await rename(staged, target);
        } catch (error) {
          if (existed) await rename(old, target);
          throw error;
        }
        await rm(old, { recursive: true, force: true });
      } finally {
        await rm(staged, { recursive: true, force: true });
      }
    },
    async writeText(path, text) {
      const file = inside(path);
      await mkdir(dirname(file), { recursive: true });
      await writeBeside(file, randomUUID(), text, () => Promise.resolve(true));
    },
    async replaceText(path, before, after) {
      const isAsBefore = async (file: string): Promise<boolean> => (await readFile(file, 'utf8')) === before;
      // One name for all: whoever has made the file beside it is the one whose turn it is.
      return writeBeside(inside(path), 'edit', after, isAsBefore);
    },
    async cacheFolder(name) {
      for (const base of [process.env.XDG_CACHE_HOME, join(homedir(), '.cache'), tmpdir()]) {
        if (base === undefined || base === '') continue;
        const folder =
          base === tmpdir()
            ? join(base, `whitepaper-${String(process.getuid?.() ?? 0)}`, name)
            : join(base, 'whitepaper', name);
        try {
          await mkdir(folder, { recursive: true, mode: 0o700 });
          await access(folder, constants.W_OK);
          if ((await lstat(folder)).isDirectory() && (await isPrivate(folder))) return folder;
        } catch {
          continue; // The next place may be writable.
        }
      }
      return mkdtemp(join(tmpdir(), 'whitepaper-'));
    },
    async makeFolderOnce(folder, fill) {
      if (await statOrUndefined(folder)) return folder;
      await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
      const temporary = await mkdtemp(join(dirname(folder), '.making-'));
      try {
        await fill(temporary);
        await rename(temporary, folder);
      } catch (error) {
        await rm(temporary, { recursive: true, force: true });
        if (!(await statOrUndefined(folder))) throw error;
      }
      return folder;
    },
    writeExecutable: (path, bytes) => writeFile(path, bytes, { mode: 0o755 }),
    async isExecutable(path) {
      try {
        await access(path, constants.X_OK);
        return (await stat(path)).isFile();
      } catch {
        return false;
      }
    },
    environment: (name) => process.env[name],
    elapsed: () => performance.now(),
  };
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

/** What reading gives; what the system says against it as `FileRefused`. */
async function openable<Result>(path: string, reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (error) {
    throw new FileRefused(path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

/** Whether `path`, links followed, lies in `folder`. */
export async function isInside(folder: string, path: string): Promise<boolean> {
  const from = relative(await realpath(folder), await realpath(path));
  return from !== '' && !from.startsWith('..') && !isAbsolute(from);
}

async function statOrUndefined(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch {
    return undefined;
  }
}

/** A folder another user owns could hand us their program to run. */
async function isPrivate(folder: string): Promise<boolean> {
  const user = process.getuid?.();
  return user === undefined || (await lstat(folder)).uid === user;
}

/** Milliseconds after which whoever was writing is taken to have been ended over it. */
const abandoned = 10_000;

/**
 * Write a file beside the one meant, and put it in its place if `isAgreed` says so of that, asked at the last moment. Returns
 * whether it did; not where another process is at it under the same name.
 */
async function writeBeside(
  path: string,
  name: string,
  text: string,
  isAgreed: (file: string) => Promise<boolean>,
): Promise<boolean> {
  const file = await realpath(path).catch(() => path);
  const beside = join(dirname(file), `.${basename(file)}.${name}.writing`);
  const left = await statOrUndefined(beside);
  // eslint-disable-next-line no-restricted-syntax -- Compared with a file's time, and never printed.
  if (left && Date.now() - left.mtimeMs > abandoned) await rm(beside, { force: true });
  const written = await openNew(beside);
  if (!written) return false;
  try {
    try {
      const mode = (await statOrUndefined(file))?.mode;
      if (mode !== undefined) await written.chmod(mode & 0o777);
      await written.writeFile(text);
      await written.sync();
    } finally {
      await written.close();
    }
    if (await isAgreed(file)) {
      await rename(beside, file);
      return true;
    }
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await rm(beside, { force: true });
  return false;
}

/** A file nobody has made yet; undefined where somebody has. */
async function openNew(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}

async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
