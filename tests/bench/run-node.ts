import { spawn } from 'node:child_process';
import { sampleMemory } from './process-memory.ts';

export interface Ended {
  readonly seconds: number;
  readonly out: string;
  readonly error: string;
  /** Most memory its whole tree of processes had at once, in bytes; undefined where the system does not tell. */
  readonly memory: number | undefined;
}

export interface Setting {
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds between two looks at its memory; none without. */
  readonly sample?: number;
  readonly accept?: readonly number[];
}

/** Run a script in a process of its own to its end. Throws when it ends with anything but success. */
export function runNode(args: readonly string[], setting: Setting = {}): Promise<Ended> {
  const { environment, sample, accept = [0] } = setting;
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    const memory = sample === undefined ? undefined : sampleMemory(child.pid ?? 0, sample);
    let [out, error] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      const seconds = (performance.now() - start) / 1000;
      const peak = memory?.stop();
      if (accept.includes(code ?? -1)) resolve({ seconds, out, error, memory: peak });
      else reject(new Error(`${args.join(' ')} ended with ${String(code)}\n${error.slice(-2000)}`));
    });
  });
}

/** Time things in turn, round by round, so that a slow moment slows all of them; a first round warms disks and is not counted. */
export async function inTurn<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, (round: number) => Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[];
  const all = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const spent = await works[name](round);
      if (round > 0) all[name].push(spent);
    }
  }
  return all;
}
