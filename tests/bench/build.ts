import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createHost } from '../../src/host.ts';
import { fontConfiguration } from '../../src/render/pdf/font-configuration.ts';
import { launch } from '../../src/render/pdf/launch.ts';
import { copyProject } from '../project-copy.ts';
import { Cache } from './kept-results.ts';
import type { Part } from './part.ts';
import { composeForBench, writePrintHtml } from './print-html.ts';
import { inTurn, runNode, type Setting } from './run-node.ts';

/** The most printed figure of the report `figured`: in sentences, cards, tables and charts, and in no rule with others. */
const figured = '2022';
const stated = 5274;
const files = ['data/xiamen/2022.yaml', 'seeds/xiamen-2022-digest.yaml'];

const nothing = (): Promise<number> => Promise.resolve(0);

/**
 * How much longer a whole build takes than the least it could: node start + browser start + one print of the same
 * HTML. All are timed as processes, in turn, in one run; read the ratios.
 */
export const build: Part = async ({ quick, period, folder, add, say }) => {
  const host = createHost();
  const html = await writePrintHtml(await composeForBench(period), join(folder, 'print'));
  const launched = await launch(host);
  await launched.instance.close();
  const fonts = JSON.stringify({ FONTCONFIG_FILE: await fontConfiguration(host) });
  const cold = new Cache(join(folder, 'cache-cold'));
  const warm = new Cache(join(folder, 'cache-warm'));
  const project = await copyProject(folder);
  const time = async (args: readonly string[], setting?: Setting): Promise<number> =>
    (await runNode(args, setting)).seconds;
  const make = (...options: string[]): string[] => ['bin/whitepaper.js', 'build', period, ...options];
  const out = ['--out', join(folder, 'out')];
  const fromNothing = async (...options: string[]): Promise<number> => {
    await cold.forget();
    return time(make(...out, ...options), { environment: cold.environment });
  };
  const ofCopy = { environment: { ...warm.environment, WHITEPAPER_ROOT: project.root } };
  const texts = await Promise.all(files.map((file) => project.read(file)));
  const change = async (round: number): Promise<number> => {
    for (const [index, file] of files.entries())
      await project.write(file, (texts[index] ?? '').replaceAll(String(stated), String(stated + round + 1)));
    return time(make(), ofCopy);
  };
  say('starting with nothing, with all but results, and with the last build');
  await time(make(), ofCopy);
  const runs = await inTurn(quick ? 2 : 7, {
    floor: () => time(['tests/bench/floor.js', launched.path, fonts, html]),
    pdf: () => fromNothing('--format', 'pdf'),
    all: () => fromNothing(),
    changed: period === figured ? change : nothing,
    unchanged: () => time(make(), ofCopy),
  });
  const of = { name: 'floor', runs: runs.floor };
  add({ name: 'floor', unit: 's' }, runs.floor);
  add({ name: 'cold build, PDF alone', unit: 's', of }, runs.pdf);
  add({ name: 'cold build, all formats', unit: 's', of, aim: 2 }, runs.all);
  // Another period has other figures.
  if (period === figured) add({ name: 'one figure changed', unit: 's', of, aim: 1.5 }, runs.changed);
  add({ name: 'unchanged', unit: 's', of }, runs.unchanged);
  const first = await inTurn(quick ? 0 : 2, {
    first: async () => {
      await cold.forgetAll();
      return time(make(...out), { environment: cold.environment });
    },
  });
  if (!quick) add({ name: 'first on a machine', unit: 's', of }, first.first);
  await cold.forget();
  const { error } = await runNode(make(...out), { environment: cold.environment });
  say(`stages of one cold build:\n${error.trim()}`);
  await rm(project.root, { recursive: true });
};
