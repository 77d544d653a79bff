import { join } from 'node:path';
import type { ProjectCopy } from '../project-copy.ts';
import { makeCityYears } from './city-years.ts';
import { Cache } from './kept-results.ts';
import type { Part } from './part.ts';
import { runNode, type Ended } from './run-node.ts';

interface Built {
  readonly reports: readonly {
    readonly region: string;
    readonly period: string;
    readonly outputs?: object;
  }[];
}

/**
 * What a report costs among many, beside a build of one alone: a hundred generated city-years on one worker and on two, all
 * formats, nothing kept. And whether memory stays what it is for ten.
 */
export const batch: Part = async ({ quick, folder, add, say }) => {
  const [few, many] = quick ? [3, 10] : [10, 100];
  const cache = new Cache(join(folder, 'cache'));
  const projects: Record<number, ProjectCopy> = {};
  for (const count of [few, many])
    projects[count] = await makeCityYears(join(folder, `of-${String(count)}`), count);
  const build = async (count: number, ...options: string[]): Promise<Ended> => {
    await cache.forget();
    const environment = { ...cache.environment, WHITEPAPER_ROOT: projects[count]?.root ?? '' };
    const out = join(folder, `out-${String(count)}`);
    return runNode(['bin/whitepaper.js', 'build', ...options, '--out', out], { environment, sample: 250 });
  };
  const all = async (count: number, workers: number): Promise<Ended> => {
    say(`${String(count)} reports, workers: ${String(workers)}`);
    return build(count, '--all', '--json', '--workers', String(workers));
  };
  const small = await all(few, 2);
  const { reports } = JSON.parse(small.out) as Built;
  const builtAll = reports.filter(({ outputs }) => outputs !== undefined).length;
  if (builtAll !== few) throw new Error(`${String(builtAll)} of ${String(few)} reports were built`);
  const alone: number[] = [];
  // Between the long runs, so that a machine that slows down slows both.
  const buildAlone = async (): Promise<void> => {
    for (const { region, period } of reports.slice(0, quick ? 1 : 3))
      alone.push((await build(few, period, '--region', region)).seconds);
  };
  await buildAlone();
  const large: Record<number, Ended> = {};
  for (const workers of [1, 2]) {
    large[workers] = await all(many, workers);
    await buildAlone();
  }
  const of = { name: 'one alone', runs: alone };
  add({ name: 'one report alone, cold', unit: 's' }, alone);
  for (const workers of [1, 2]) {
    const each = (large[workers]?.seconds ?? NaN) / many;
    const aim = workers === 2 ? { aim: 0.6 } : {};
    add({ name: `each of ${String(many)}, workers: ${String(workers)}`, unit: 's', of, ...aim }, [each]);
  }
  const [memory, less] = [large[2]?.memory, small.memory];
  if (memory === undefined || less === undefined) {
    say('no /proc here: memory is not measured');
    return;
  }
  const mebibytes = less / 1024 ** 2;
  add({ name: `memory for ${String(few)}, workers: 2`, unit: 'MB' }, [mebibytes]);
  const base = { name: `that for ${String(few)}`, runs: [mebibytes] };
  add({ name: `memory for ${String(many)}, workers: 2`, unit: 'MB', of: base, aim: 1.5 }, [
    memory / 1024 ** 2,
  ]);
};
