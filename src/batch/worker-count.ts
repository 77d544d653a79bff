import { availableParallelism, freemem } from 'node:os';

/** What a worker with a large report takes, and the browser with the program; megabytes, measured. */
const workerMegabytes = 450;
const baseMegabytes = 700;

/** What a machine has to offer. */
export interface Capacity {
  readonly cores: number;
  readonly freeMegabytes: number;
}

/** How many workers: as many as there are cores, but no more than there is memory or work for; as asked for, where it was. */
export function workerCount(
  reports: number,
  asked: number | undefined,
  { cores, freeMegabytes }: Capacity = capacity(),
): number {
  const fitting = Math.floor((freeMegabytes - baseMegabytes) / workerMegabytes);
  return Math.max(1, Math.min(asked ?? Math.min(cores, fitting), reports));
}

function capacity(): Capacity {
  const limit = process.constrainedMemory();
  const free = Math.min(freemem(), limit === undefined || limit === 0 ? Infinity : limit);
  return { cores: availableParallelism(), freeMegabytes: free / 1024 / 1024 };
}
