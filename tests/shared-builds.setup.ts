// Threads that end take along a library only they have loaded, and those of the pool that ran it would crash at the end of the run.
import '@resvg/resvg-js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder the builds all test files share are made in (`built-reports.ts`). */
    sharedBuilds: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'whitepaper-builds-'));
  // What is kept lasts for the run: its tests build the same reports over and over, and nothing is to hide behind an earlier run.
  process.env.WHITEPAPER_CACHE = join(folder, 'results');
  project.provide('sharedBuilds', folder);
  return () => rm(folder, { recursive: true, force: true });
}
