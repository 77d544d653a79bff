// Threads that end take along a library only they have loaded, and those of the pool that ran it would crash at the end of the run.
import '@resvg/resvg-js';
import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { answerOpenXml } from './open-xml-sdk-thread.ts';
import { projectRoot } from './project-copy.ts';

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
  if (isCompiled()) process.env.WHITEPAPER_THREADS = 'compiled';
  project.provide('sharedBuilds', folder);
  const endOpenXml = answerOpenXml();
  return async () => {
    await endOpenXml();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Whether `dist/` is as new as `src/`, as `npm ci` leaves it. */
function isCompiled(): boolean {
  const newest = (folder: string): number =>
    Math.max(
      statSync(folder).mtimeMs,
      ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
        (name) => statSync(join(folder, name)).mtimeMs,
      ),
    );
  const made = statSync(join(projectRoot, 'dist/cli/main.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return made >= newest(join(projectRoot, 'src'));
}
