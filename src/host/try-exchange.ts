import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the system helps with where several builds write at once; a reason where it does not. */
export interface ExchangeState {
  /** Locks that end with the process that holds them. */
  readonly locks: true | string;
  /** Two folders can change places in one step. */
  readonly swap: true | string;
}

interface Extensions {
  readonly tryLock: (descriptor: number) => boolean;
  readonly unlock: (descriptor: number) => void;
  readonly swap: (from: string, to: string) => Promise<void>;
}

/** Not for every system there is a build of it. */
const extensionsName = 'fs-native-extensions' as string;

/** Lock a file and swap two folders in `folder`, which file systems differ in. Leaves nothing behind. */
export async function tryExchange(folder: string): Promise<ExchangeState> {
  const trial = join(folder, `.doctor-${randomUUID()}`);
  try {
    const { default: extensions } = (await import(extensionsName)) as { default: Extensions };
    await mkdir(trial);
    return {
      locks: await attempt(() => lock(extensions, trial)),
      swap: await attempt(() => swap(extensions, trial)),
    };
  } catch (error) {
    const reason = reasonOf(error);
    return { locks: reason, swap: reason };
  } finally {
    await rm(trial, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function lock({ tryLock, unlock }: Extensions, folder: string): Promise<boolean> {
  const file = await open(join(folder, 'lock'), 'a+');
  try {
    const granted = tryLock(file.fd);
    if (granted) unlock(file.fd);
    return granted;
  } finally {
    await file.close();
  }
}

async function swap(extensions: Extensions, folder: string): Promise<boolean> {
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  await mkdir(one);
  await mkdir(other);
  await writeFile(join(one, 'mark'), '');
  await extensions.swap(one, other);
  return (await readdir(other)).includes('mark');
}

async function attempt(work: () => Promise<boolean>): Promise<true | string> {
  try {
    return (await work()) || 'refused';
  } catch (error) {
    return reasonOf(error);
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
