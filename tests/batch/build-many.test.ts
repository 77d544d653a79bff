import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMany, type BatchItem, type BatchSetting } from '../../src/batch/build-many.ts';
import { BuildWorker, WorkerOutOfMemory } from '../../src/batch/build-worker.ts';
import type { Outcome } from '../../src/batch/outcome.ts';
import { createHost, type Host } from '../../src/host.ts';
import { noResults } from '../../src/host/results.ts';
import { buildReport } from '../../src/pipeline.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { OwnEngines } from '../../src/make/engines.ts';
import type { FormatId } from '../../src/render/formats.ts';
import type { Written } from '../../src/write/write-report.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';

let copy: ProjectCopy;
let host: Host;
let engines: OwnEngines;
beforeAll(async () => {
  copy = await copyProject();
  // Who takes what another has kept has its bytes, whatever it would have made.
  host = { ...createHost(copy.root), results: noResults };
  engines = new OwnEngines(host);
});
afterAll(async () => {
  await engines.close();
  await copy.remove();
});

function item(region: string, period: string, out: string, formats: readonly FormatId[]): BatchItem {
  const request = { region, period, theme: 'whitepaper', language: 'zh-CN', formats, out, final: false };
  return { report: { region, period }, request, language: 'en', strict: false, cache: false };
}

async function run(
  items: readonly BatchItem[],
  setting: Partial<BatchSetting> = {},
): Promise<{ outcomes: readonly Outcome<Written>[]; done: number[]; started: number[] }> {
  const done: number[] = [];
  const started: number[] = [];
  const observer = {
    onStart: (index: number) => void started.push(index),
    onStage: () => undefined,
    onDone: (index: number) => void done.push(index),
  };
  const outcomes = await buildMany(items, observer, { host, engines, workers: 2, timeout: 300, ...setting });
  return { outcomes, done, started };
}

const digests = ({ result }: { readonly result: Written | undefined }): unknown =>
  Object.entries(result?.outputs ?? {}).map(([name, { sha256 }]) => [name, sha256]);

it('reports built on several workers have the bytes of one built alone, and one that fails fails alone', async () => {
  const broken = 'data/quanzhou/2021.yaml';
  await copy.edit(broken, 'total: 52, new: 7', 'total: 52, new: 0x7');
  const items = [
    item('xiamen', '2022-2025', 'out', ['html', 'docx', 'pdf']),
    item('quanzhou', '2021', 'out', ['html']),
    item('xiamen', '2017', 'out', ['html']),
  ];
  const { outcomes, done } = await run(items);
  expect(done.toSorted()).toEqual([0, 1, 2]);
  expect(outcomes.map(({ report, result }) => [report.region, result !== undefined])).toEqual([
    ['xiamen', true],
    ['quanzhou', false],
    ['xiamen', true],
  ]);
  expect(outcomes[1]?.defect).toBeUndefined();
  expect(outcomes[1]?.diagnostics).toContainEqual(
    expect.objectContaining({ file: broken, severity: 'error' }),
  );

  const [first] = items;
  const diagnostics = new Diagnostics('en');
  const request = { ...first!.request, out: 'alone' };
  const alone = await buildReport(request, { host, diagnostics, onStage: () => undefined }, engines);
  expect(digests(outcomes[0]!)).toEqual(digests({ result: alone }));
  await rm(join(copy.root, 'out'), { recursive: true });
}, 180_000);

it('a worker that dies is replaced once, and takes only its own report along', async () => {
  const items = ['2017', '2022-2025'].map((period) => item('xiamen', period, 'out', ['html']));
  let workers = 0;
  /** The first report ends the thread both times it is tried, the second once. */
  const startWorker: BatchSetting['startWorker'] = (...given) => {
    workers += 1;
    const worker = new BuildWorker(...given);
    if (workers > 3) return worker;
    const build = worker.build.bind(worker);
    worker.build = (task, watch) => build(task, { ...watch, onStage: () => void worker.close() });
    return worker;
  };
  const [lost, kept] = (await run(items, { workers: 1, startWorker })).outcomes;
  expect(workers).toBe(4);
  expect(lost).toMatchObject({ result: undefined, diagnostics: [], defect: { name: 'WorkerEnded' } });
  expect(kept?.result?.folder).toBe('out/xiamen-2022-2025');
});

it('a report that needs more memory than there is is told so, and is no defect of the program', async () => {
  let tried = 0;
  const startWorker: BatchSetting['startWorker'] = (...given) => {
    const worker = new BuildWorker(...given);
    worker.build = () => {
      tried += 1;
      return Promise.reject(new WorkerOutOfMemory('heap out of memory'));
    };
    return worker;
  };
  const [outcome] = (await run([item('xiamen', '2017', 'out', ['html'])], { workers: 1, startWorker }))
    .outcomes;
  expect(tried).toBe(2);
  expect(outcome?.diagnostics.map(({ code }) => code)).toEqual(['REPORT_OUT_OF_MEMORY']);
  expect(outcome?.defect).toBeUndefined();
});

it('a report that takes too long is ended with a diagnostic, and the others are built', async () => {
  const slow = item('xiamen', '2017', 'out', ['html']);
  const [outcome] = (await run([slow], { timeout: 0.001 })).outcomes;
  expect(outcome?.diagnostics.map(({ code }) => code)).toEqual(['REPORT_TIMED_OUT']);
  expect(outcome?.defect).toBeUndefined();
});
