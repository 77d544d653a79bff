import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { copyProject } from '../project-copy.ts';
import { Cache } from './kept-results.ts';
import type { Part } from './part.ts';
import { inTurn, runNode } from './run-node.ts';

/** Building all reports again when nothing has changed, beside building all of them with nothing kept. */
export const unchanged: Part = async ({ quick, folder, add, say }) => {
  const project = await copyProject(folder);
  const [cold, warm] = [new Cache(join(folder, 'cache-cold')), new Cache(join(folder, 'cache-warm'))];
  const make = async (cache: Cache, out: string): Promise<number> => {
    const args = ['bin/whitepaper.js', 'build', '--all', '--out', join(folder, out)];
    const environment = { ...cache.environment, WHITEPAPER_ROOT: project.root };
    return (await runNode(args, { environment })).seconds;
  };
  await make(warm, 'out');
  say(`${String((await readdir(join(folder, 'out'))).length)} reports`);
  const runs = await inTurn(quick ? 1 : 3, {
    cold: async () => {
      await cold.forget();
      return make(cold, 'out-cold');
    },
    again: () => make(warm, 'out'),
  });
  const of = { name: 'all, cold', runs: runs.cold };
  add({ name: 'all reports, cold', unit: 's' }, runs.cold);
  add({ name: 'all reports, unchanged', unit: 's', aim: 0.5 }, runs.again);
  add({ name: 'all reports, unchanged', unit: 's', of }, runs.again);
};
