import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const tasks = new Set<() => void>();
let isListening = false;

/**
 * Do `task` when a signal ends the program, which it does at once, with status 128 + signal as shells expect. Returns how to
 * take that back.
 */
export function onEnding(task: () => void): () => void {
  // For good: node loses a signal that comes in while the last listener goes, and the program would run on.
  if (!isListening) for (const signal of signals) process.on(signal, end);
  isListening = true;
  tasks.add(task);
  return () => {
    tasks.delete(task);
  };
}

function end(signal: (typeof signals)[number]): void {
  // With nothing to clean, whoever else listens ends the program in their own way, as the preview does.
  if (tasks.size === 0 && process.listenerCount(signal) > 1) return;
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
