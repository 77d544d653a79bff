import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machineFacts } from './machine-facts.ts';
import { print } from './measures.ts';
import type { Part } from './part.ts';
import { lineOf, measureOf, type Measure } from './results.ts';

/**
 * What can be measured. `npm run bench` measures all, `npm run bench -- batch growth` those named; `-- 2020` is of another period and
 * `-- --quick` only shows that all works. Everything is printed, and written into bench.json part by part.
 */
const parts: Readonly<Record<string, () => Promise<Part>>> = {
  build: async () => (await import('./build.ts')).build,
  pdf: async () => (await import('./pdf.ts')).pdf,
  preview: async () => (await import('./preview.ts')).preview,
  unchanged: async () => (await import('./unchanged.ts')).unchanged,
  growth: async () => (await import('./growth.ts')).growth,
  peers: async () => (await import('./peers.ts')).peers,
  batch: async () => (await import('./batch.ts')).batch,
};

const given = process.argv.slice(2);
const quick = given.includes('--quick');
const period = given.find((word) => /^\d{4}/.test(word)) ?? '2022';
const unknown = given.filter((word) => word !== '--quick' && word !== period && !(word in parts));
if (unknown.length > 0) {
  print(
    `Not a part of the bench: ${unknown.join(', ')} (${Object.keys(parts).join(', ')}, --quick, a period)`,
  );
  process.exit(2);
}
const named = given.filter((word) => word in parts);
const machine = await machineFacts();
const measured: Record<string, Measure[]> = {};
const failed: Record<string, string> = {};
for (const name of named.length > 0 ? named : Object.keys(parts)) {
  await measure(name);
  await writeFile('bench.json', `${JSON.stringify({ machine, quick, period, measured, failed }, null, 2)}\n`);
}
const all = Object.values(measured).flat();
const missed = all.filter(({ met }) => met === false);
print(
  `\n${String(all.length)} measures in bench.json; aims met: ${String(all.filter(({ met }) => met).length)}, missed: ${String(missed.length)}`,
);
for (const one of missed) print(lineOf(one));
if (Object.keys(failed).length > 0) {
  print(`Could not be measured: ${Object.keys(failed).join(', ')}`);
  process.exitCode = 1;
}

/** One part: what goes wrong in it is told, and does not lose the others. */
async function measure(name: string): Promise<void> {
  print(`\n${name}`);
  const start = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'whitepaper-bench-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const stop = (): void => void remove().finally(() => process.exit(130));
  process.once('SIGINT', stop);
  const mine: Measure[] = (measured[name] = []);
  try {
    const part = await parts[name]?.();
    await part?.({
      ...{ quick, period, folder },
      say: (text) => {
        print(`  … ${text.replaceAll('\n', '\n    ')}`);
      },
      add: (told, runs) => {
        const one = measureOf(told, runs);
        mine.push(one);
        print(lineOf(one));
      },
    });
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    failed[name] = message.split('\n')[0] ?? '';
    print(`  ✗ ${stack ?? message}`);
  } finally {
    process.off('SIGINT', stop);
    await remove();
    print(`  took ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
}
