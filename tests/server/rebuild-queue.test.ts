import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RebuildQueue } from '../../src/server/rebuild-queue.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A job that takes 300 ms and records, for each run, whether it was outdated at its end. */
function slowJob(): { runs: boolean[]; job: (isOutdated: () => boolean) => Promise<void> } {
  const runs: boolean[] = [];
  const job = (isOutdated: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(() => {
        runs.push(isOutdated());
        resolve();
      }, 300);
    });
  return { runs, job };
}

test('a request is answered at once; the others of a burst are one run at its end', async () => {
  const { runs, job } = slowJob();
  const queue = new RebuildQueue(job);
  for (let save = 0; save < 20; save += 1) {
    queue.request();
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(runs).toEqual([true, false]);
  queue.request();
  await vi.advanceTimersByTimeAsync(300);
  expect(runs).toEqual([true, false, false]);
});

test('a request during a run makes it outdated, and the newest runs last', async () => {
  const { runs, job } = slowJob();
  const queue = new RebuildQueue(job);
  queue.request();
  await vi.advanceTimersByTimeAsync(100);
  queue.request();
  await vi.advanceTimersByTimeAsync(1000);
  expect(runs).toEqual([true, false]);
});

test('a request just before the end of a run still waits for the burst to end', async () => {
  const { runs, job } = slowJob();
  const queue = new RebuildQueue(job);
  queue.start();
  await vi.advanceTimersByTimeAsync(290);
  queue.request();
  await vi.advanceTimersByTimeAsync(15);
  expect(runs).toEqual([true]);
  queue.request();
  await vi.advanceTimersByTimeAsync(1000);
  expect(runs).toEqual([true, false]);
});

test('closed, it waits for what runs and begins nothing more', async () => {
  const { runs, job } = slowJob();
  const queue = new RebuildQueue(job);
  queue.start();
  queue.request();
  const closed = queue.close();
  await vi.advanceTimersByTimeAsync(1000);
  await closed;
  queue.request();
  await vi.advanceTimersByTimeAsync(1000);
  expect(runs).toEqual([true]);
});
