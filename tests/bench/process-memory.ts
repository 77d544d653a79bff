import { readdirSync, readFileSync } from 'node:fs';

/** Watch the memory of a process and all it has started; `stop` tells the most there was, in bytes, or undefined without /proc. */
export function sampleMemory(root: number, every: number): { readonly stop: () => number | undefined } {
  let most: number | undefined;
  const look = (): void => {
    const now = treeMemory(root);
    if (now !== undefined && now > (most ?? 0)) most = now;
  };
  const timer = setInterval(look, every);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

function treeMemory(root: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(/\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1] ?? NaN);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  let sum = 0;
  const open = [root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    open.push(...(children.get(id) ?? []));
    sum += memoryOf(id);
  }
  return sum;
}

/** Shared pages count in part for each process that has them: the processes of a browser share most of theirs. */
function memoryOf(id: number): number {
  const share = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${String(id)}/smaps_rollup`))?.[1];
  const whole = share ?? /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${String(id)}/status`))?.[1];
  return Number(whole ?? 0) * 1024;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // Ended meanwhile.
  }
}
