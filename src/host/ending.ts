import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const tasks = new Set<() => void>();

/**
 * Do `task` when a signal ends the program, which it does at once, with status 128 + signal as shells expect. Returns how to
 * take that back. A second signal waits for no task.
 */
export function onEnding(task: () => void): () => void {
  if (tasks.size === 0) for (const signal of signals) process.once(signal, end);
  tasks.add(task);
  return () => {
    if (tasks.delete(task) && tasks.size === 0) for (const signal of signals) process.off(signal, end);
  };
}

function end(signal: (typeof signals)[number]): void {
  // Last among those who wait for the exit: a browser is killed by then, and its profile no longer in use.
  process.once('exit', () => {
    for (const task of [...tasks].reverse()) attempt(task);
  });
  process.exit(128 + constants.signals[signal]);
}

/** What cannot be cleaned now will be at the next start. */
function attempt(task: () => void): void {
  try {
    task();
  } catch {
    // The program is ending, and nobody is left to be told.
  }
}
