import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Diagnostics, ReportError } from '../../src/diagnostics/diagnostic.ts';
import { noResults, resultsIn } from '../../src/host/results.ts';
import { createHost, type Host } from '../../src/host.ts';
import { buildReport, type BuildRequest, type Stage } from '../../src/pipeline.ts';
import { OwnEngines } from '../../src/make/engines.ts';
import { standingFinder } from '../../src/reuse/standing.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { editProject } from './edit-project.ts';
import { randomFrom } from './random.ts';

const catalogue = 'data/indicators/creation.yaml';
const data = 'data/quanzhou/2021.yaml';
const telling = { language: 'zh', strict: false } as const;
let copy: ProjectCopy;
let folder: string;
let host: Host;
let engines: OwnEngines;
const request: BuildRequest = {
  ...{ region: 'quanzhou', period: '2021', theme: 'whitepaper', language: 'zh-CN' },
  ...{ formats: ['html'], out: 'out', final: false },
};
const name = 'quanzhou-2021';

beforeAll(async () => {
  copy = await copyProject();
  folder = await mkdtemp(join(tmpdir(), 'whitepaper-results-'));
  host = { ...createHost(copy.root), results: resultsIn(() => Promise.resolve(folder)) };
  engines = new OwnEngines(host);
});

afterAll(async () => {
  await engines.close();
  await copy.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Build, and say which stages it took; of bad input, the codes. */
async function build(on: Host, asked = request): Promise<{ stages: Stage[]; files: Record<string, string> }> {
  const stages: Stage[] = [];
  const diagnostics = new Diagnostics();
  try {
    const run = { host: on, diagnostics, onStage: (stage: Stage) => void stages.push(stage) };
    await buildReport(asked, run, engines);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { stages, files: { diagnostics: diagnostics.all.map(({ message }) => message).join('\n') } };
  }
  return { stages, files: await read(asked.out) };
}

async function read(out: string): Promise<Record<string, string>> {
  const place = join(copy.root, out, name);
  const files: Record<string, string> = {};
  for (const file of await readdir(place)) files[file] = await readFile(join(place, file), 'latin1');
  return files;
}

const stands = async (asked = request): Promise<boolean> =>
  (await standingFinder(host)(asked, telling)) !== undefined;

describe('a report that was built', () => {
  beforeEach(async () => {
    await build(host);
    expect(await stands()).toBe(true);
  });

  it.each([
    ['a figure is changed', () => copy.edit(data, 'value: 11873', 'value: 11874')],
    ['a comment is written', async () => copy.write(data, `${await copy.read(data)}# later\n`)],
    ['a template is added', () => copy.write('templates/partials/another.hbs', '')],
    ['a year is added', async () => copy.write('data/quanzhou/2020.yaml', await copy.read(data))],
    ['its page is edited', () => copy.write(`out/${name}/${name}.html`, 'edited')],
    ['its ledger is edited', () => copy.write(`out/${name}/figures.json`, '[]')],
    [
      'a document that is out of date is put back',
      () => copy.write(`out/${name}/${name}.pdf`, 'of last week'),
    ],
    ['a document is deleted', () => rm(join(copy.root, 'out', name, `${name}.html`))],
    ['all of it is deleted', () => rm(join(copy.root, 'out', name), { recursive: true })],
    ['what is kept is deleted', () => rm(folder, { recursive: true })],
    ['what is kept is damaged', damageResults],
  ])('stands no longer when %s', async (_, change) => {
    const before = await copy.read(data);
    await change();
    expect(await stands()).toBe(false);
    await copy.write(data, before);
    for (const added of [
      `out/${name}/${name}.pdf`,
      'templates/partials/another.hbs',
      'data/quanzhou/2020.yaml',
    ])
      await rm(join(copy.root, added), { force: true });
  });

  it('stands only for what was asked for', async () => {
    expect(await stands({ ...request, formats: ['docx', 'html'] })).toBe(false);
    expect(await stands({ ...request, out: 'elsewhere' })).toBe(false);
    expect(await stands({ ...request, theme: 'gongwen' })).toBe(false);
    expect(await stands({ ...request, docx: { contentControls: false } })).toBe(false);
    const other = await standingFinder(host)(request, { language: 'en', strict: false });
    expect(other).toBeUndefined();
    const newer = { ...host, programDigest: () => 'another' };
    expect(await standingFinder(newer)(request, telling)).toBeUndefined();
  });
});

async function damageResults(): Promise<void> {
  for (const file of await readdir(folder)) {
    const bytes = await readFile(join(folder, file));
    bytes[bytes.length - 1]! ^= 1;
    await writeFile(join(folder, file), new Uint8Array(bytes));
  }
}

it('a catalogue entry the report does not print renders nothing anew, and one it prints does', async () => {
  const first = await build(host);
  const before = await copy.read(catalogue);
  await copy.edit(catalogue, '来源未写明。与占比指标', '来源没有写明。与占比指标');
  const unrelated = await build(host);
  expect(unrelated.stages).not.toContain('audit');
  const { 'manifest.json': was, ...documents } = first.files;
  expect(unrelated.files).toMatchObject(documents);
  expect(unrelated.files['manifest.json']).not.toBe(was);
  await copy.write(catalogue, before);
  await copy.edit(catalogue, 'zh: 三种专利授权合计, en', 'zh: 三种专利授权总数, en');
  const related = await build(host);
  expect(related.stages).toContain('audit');
  expect(related.files[`${name}.html`]).not.toBe(first.files[`${name}.html`]);
  await copy.write(catalogue, before);
  expect((await build(host)).files).toEqual(first.files);
});

it('a damaged result is made again, and one that cannot be kept harms nobody', async () => {
  const first = await build(host);
  await damageResults();
  expect((await build(host)).files).toEqual(first.files);
  await rm(folder, { recursive: true });
  await writeFile(folder, 'in the way');
  expect((await build(host)).files).toEqual(first.files);
  await rm(folder);
});

const seed = Number(process.env.SEED ?? process.hrtime.bigint() % 1_000_000n);
it(`after random edits (SEED=${String(seed)}) a build is what a clean one would be`, async () => {
  const random = randomFrom(seed);
  const apart = { ...host, results: noResults };
  for (let round = 0; round < 5; round += 1) {
    const { what, undo } = editProject(copy.root, random);
    const made = await build(host);
    const clean = await build(apart, { ...request, out: 'clean' });
    expect(made.files, what).toEqual(clean.files);
    if (random() < 0.6) undo();
  }
});
