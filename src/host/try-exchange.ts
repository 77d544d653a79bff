import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadNative, type Native } from './native.ts';

/** What the system helps with where several builds write at once; a reason where it does not. */
export interface ExchangeState {
  /** Locks that end with the process that holds them. */
  readonly locks: true | string;
  /** Two folders can change places in one step. */
  readonly swap: true | string;
}

/** Lock a file and swap two folders in `folder`, which file systems differ in. Leaves nothing behind. */
export async function tryExchange(folder: string): Promise<ExchangeState> {
  const trial = join(folder, `.doctor-${randomUUID()}`);
  try {
    const native = loadNative();
    if (!native) return { locks: 'not built for this system', swap: 'not built for this system' };
    await mkdir(trial);
    return {
      locks: await attempt(() => lock(native, trial)),
      swap: await attempt(() => swap(native, trial)),
    };
  } catch (error) {
    const reason = reasonOf(error);
    return { locks: reason, swap: reason };
  } finally {
    await rm(trial, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function lock(native: Native, folder: string): Promise<boolean> {
  const file = await open(join(folder, 'lock'), 'a+');
  try {
    return native.tryLock(file.fd);
  } finally {
    await file.close();
  }
}

async function swap(native: Native, folder: string): Promise<boolean> {
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  await mkdir(one);
  await mkdir(other);
  await writeFile(join(one, 'mark'), '');
  native.swapSync(one, other);
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
