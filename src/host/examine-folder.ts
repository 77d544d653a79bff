import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a folder is good for. */
export interface FolderState {
  /** The folder, or where it is not there yet the nearest one above it. */
  readonly nearest: string;
  /** Why nothing can be written into it, as the system says; undefined where something can. */
  readonly refusal: string | undefined;
  /** Bytes this user may still write; undefined where the system does not tell. */
  readonly free: number | undefined;
}

/** Try to write into a folder, the way a build does: a folder and a file in it, both taken away again. */
export async function examineFolder(folder: string): Promise<FolderState> {
  let nearest = folder;
  while (!(await exists(nearest)) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  const free = await statfs(nearest).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );
  return { nearest, refusal: await refusalOf(nearest), free };
}

/** Permissions tell less than an attempt: of shares, of quotas and of what root may not do either. */
async function refusalOf(folder: string): Promise<string | undefined> {
  const trial = join(folder, `.doctor-${randomUUID()}`);
  try {
    await mkdir(trial);
    await writeFile(join(trial, 'trial'), 'trial');
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code ?? message;
  } finally {
    await rm(trial, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Bytes of all files in a folder; links and what vanishes meanwhile are not counted. */
export async function folderSize(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      lstat(join(folder, name)).then(
        (found) => (found.isFile() ? found.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
