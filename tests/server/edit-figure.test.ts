import { chmod, readdir, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHost } from '../../src/host.ts';
import { startPreview, type Preview, type PreviewOptions } from '../../src/server/start-preview.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { request } from './request.ts';

// What a page may ask of the server about figures, on a copy of the project.

const file = 'data/xiamen/2022.yaml';
const key = 'xiamen/2022/creation.patent.granted.invention';
let project: ProjectCopy;
let preview: Preview;
let token: string;

interface Record {
  readonly value: string;
  readonly place: { readonly file: string };
  readonly edit: { readonly base: string; readonly why?: string };
  readonly dependents: readonly { readonly key: string }[];
  readonly peers: readonly { readonly key: string }[];
  readonly yearBefore: { readonly growth?: { readonly text: string } };
  readonly aim?: { readonly target: { readonly text: string } };
  readonly undo: { readonly id: string } | null;
}

beforeEach(async () => {
  project = await copyProject();
});
afterEach(async () => {
  await preview.close();
  await project.remove();
});

const options = (): PreviewOptions => ({
  request: { region: undefined, period: '2022', theme: 'whitepaper', language: 'zh-CN' },
  host: createHost(project.root),
  ...{ language: 'zh', port: undefined, readOnly: false, onBuild: () => undefined },
});

async function start(more: Partial<PreviewOptions> = {}): Promise<void> {
  preview = await startPreview({ ...options(), ...more });
  const { pathname } = new URL(preview.address);
  const { body } = await request(preview.address, pathname);
  token = /name="preview-token" content="([^"]+)"/.exec(body)?.[1] ?? '';
  // The first event that has a page, and with it a draft.
  await expect.poll(async () => (await ask(`api/figure?key=${key}`)).status, { timeout: 30_000 }).toBe(200);
}

function ask(path: string, body?: object, sent = token, of = preview.address): Promise<Response> {
  return fetch(new URL(path, of), {
    headers: { 'X-Preview-Token': sent, 'Content-Type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
}

async function record(of: string): Promise<Record> {
  return (await (await ask(`api/figure?key=${encodeURIComponent(of)}`)).json()) as Record;
}

async function save(of: string, value: string, more: object = {}): Promise<Response> {
  const { edit } = await record(of);
  return ask('api/edit', { key: of, value, base: edit.base, dryRun: false, anyway: true, ...more });
}

const outcome = async (answer: Response): Promise<unknown> =>
  answer.ok ? ((await answer.json()) as { outcome: unknown }).outcome : [answer.status, await answer.text()];

describe('the record of a figure', () => {
  test('has what depends on it, its target, growth and peers; without the token, nothing', async () => {
    await start();
    const { dependents } = await record(key);
    expect(dependents.map((link) => link.key)).toContain('xiamen/2022/creation.patent.granted.total');
    const pledge = await record('xiamen/2022/utilization.pledge.amount');
    expect(pledge.yearBefore.growth?.text).toBe('10.61%');
    expect(pledge.aim?.target.text).toBe('40亿元');
    expect(pledge.peers.every((link) => !link.key.startsWith('xiamen/'))).toBe(true);
    const target = await record('xiamen/2025/utilization.pledge.amount#target');
    expect([target.value, target.edit.why, target.place.file]).toEqual(['40', undefined, 'data/xiamen/2022-2025.yaml']); // prettier-ignore
    const growth = await record('xiamen/2022/utilization.pledge.amount#growth@2021');
    expect([growth.value, growth.edit.why]).toEqual(['10.61', 'computed']);
    for (const unknown of ['', 'xiamen/2022/nothing', '__proto__', 'constructor', `${key}#growth@1900`])
      expect((await ask(`api/figure?key=${encodeURIComponent(unknown)}`)).status).toBe(404);
    expect((await ask(`api/figure?key=${key}`, undefined, 'guess')).status).toBe(403);
    expect((await ask('api/edit', { key, value: '1', base: '', dryRun: true }, 'guess')).status).toBe(403);
  });
});

describe('a change', () => {
  test('is one number of the file, whatever its line breaks; another page with the old file is told', async () => {
    const text = (await project.read(file)).replaceAll('\n', '\r\n');
    await project.write(file, `\uFEFF${text}`);
    await start();
    const { edit } = await record(key);
    const both = await Promise.all(
      ['5275', '5276'].map((value) =>
        ask('api/edit', { key, value, base: edit.base, dryRun: false, anyway: true }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const saved = both[0]?.status === 200 ? '5275' : '5276';
    expect(await project.read(file)).toBe(`\uFEFF${text.replace('invention: 5274', `invention: ${saved}`)}`);
    // Undone by the page that knows which change it means, once.
    await expect.poll(async () => (await record(key)).value, { timeout: 30_000 }).toBe(saved);
    const { undo } = await record(key);
    expect((await ask('api/undo', { id: 'another' })).status).toBe(409);
    expect((await ask('api/undo', { id: undo?.id })).status).toBe(200);
    expect((await ask('api/undo', { id: undo?.id })).status).toBe(409);
    expect(await project.read(file)).toBe(`\uFEFF${text}`);
  });

  test('that checks speak against is saved only when that is asked for', async () => {
    await start();
    const before = await project.read(file);
    expect(await outcome(await save(key, '5275', { anyway: false }))).toBe('weighed');
    expect(await outcome(await save(key, '5275', { dryRun: true }))).toBe('weighed');
    expect(await outcome(await save(key, '5274'))).toBe('same');
    expect(await project.read(file)).toBe(before);

    // One that no draft can be made of is saved all the same, and can be mended from here.
    const accepted = 'xiamen/2022/protection.court.accepted.total';
    expect(await outcome(await save(accepted, '5000'))).toBe('saved');
    await expect.poll(async () => (await record(accepted)).value, { timeout: 30_000 }).toBe('5000');
    expect(await outcome(await save(accepted, '5457'))).toBe('saved');
    expect(await project.read(file)).toBe(before);
  });

  test('is shown as it is written, beside what others write: two previews, a link, a line more, an edit long ago', async () => {
    const inside = (name: string): string => join(project.root, name);
    await rename(inside(file), inside('data/xiamen/kept.yaml'));
    await symlink('kept.yaml', inside(file));
    await chmod(inside(file), 0o640);
    await start();
    const before = await project.read(file);
    const rate = 'xiamen/2022/creation.patent.in_force.high_value_invention.per_10k';
    const { edit } = await record(rate);
    const asked = { key: rate, base: edit.base, dryRun: false, anyway: true };

    // What was left behind by a program that was killed over it is nobody's.
    for (const left of ['lock', 'new'])
      await writeFile(inside(`data/xiamen/.whitepaper-kept.yaml.${left}`), 'half');
    const other = await startPreview(options());
    const { pathname } = new URL(other.address);
    const { body } = await request(other.address, pathname);
    const sent = /name="preview-token" content="([^"]+)"/.exec(body)?.[1] ?? '';
    const theirs = (path: string, more?: object): Promise<Response> => ask(path, more, sent, other.address);
    const at = `api/figure?key=${encodeURIComponent(rate)}`;
    await expect.poll(async () => (await theirs(at)).status, { timeout: 30_000 }).toBe(200);
    const both = await Promise.all([
      ask('api/edit', { ...asked, value: '20.9', status: 'provisional' }),
      theirs('api/edit', { ...asked, value: '20.9', status: 'provisional' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await other.close();
    const { diff } = (await both.find(({ ok }) => ok)?.json()) as { diff: string };
    const saved = before.replace(/( +)value: 20\.8\n/, '$1value: 20.9\n$1status: provisional\n');
    expect(await project.read(file)).toBe(saved);
    expect(diff.split('\n').filter((line) => /^[-+@]/.test(line)).slice(2)).toEqual([
      expect.stringMatching(/^@@ -(\d+),7 \+\1,8 @@$/),
      '-          value: 20.8',
      '+          value: 20.9',
      '+          status: provisional',
    ]); // prettier-ignore
    expect((await stat(inside('data/xiamen/kept.yaml'))).mode & 0o777).toBe(0o640);
    expect((await readdir(inside('data/xiamen'))).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await project.read('data/xiamen/kept.yaml')).toBe(saved);
  });

  test('that can no longer be undone does not keep those of other files from it', async () => {
    await start();
    const plan = await project.read('data/xiamen/2022-2025.yaml');
    expect(await outcome(await save('xiamen/2025/utilization.pledge.amount#target', '41'))).toBe('saved');
    await expect.poll(async () => outcome(await save(key, '5275')), { timeout: 30_000 }).toBe('saved');
    await project.edit(file, 'invention: 5275', 'invention: 5276');
    const newest = async (): Promise<string | undefined> => (await record(key)).undo?.id;
    const first = await newest();
    expect((await ask('api/undo', { id: first })).status).toBe(409);
    expect(await project.read(file)).toContain('invention: 5276');
    expect(await newest()).not.toBe(first);
    expect((await ask('api/undo', { id: await newest() })).status).toBe(200);
    expect(await project.read('data/xiamen/2022-2025.yaml')).toBe(plan);
    expect(await newest()).toBeUndefined();
  });

  test('the system does not let through is nobody’s defect', async () => {
    let isDenied = true;
    const host = createHost(project.root);
    const replaceText: typeof host.replaceText = (...change) =>
      isDenied
        ? Promise.reject(Object.assign(new Error('in use'), { code: 'EBUSY' }))
        : host.replaceText(...change);
    await start({ host: { ...host, replaceText } });
    const before = await project.read(file);
    expect(await outcome(await save(key, '5275'))).toEqual([403, 'denied']);
    isDenied = false;
    expect(await outcome(await save(key, '5275'))).toBe('saved');
    isDenied = true;
    const { undo } = await record(key);
    const takeBack = (): Promise<Response> => ask('api/undo', { id: undo?.id });
    expect([await (await takeBack()).text()]).toEqual(['denied']);
    isDenied = false;
    expect((await takeBack()).status).toBe(200);
    expect(await project.read(file)).toBe(before);
  });

  test('of the plan, which is another file, goes there', async () => {
    await start();
    const plan = await project.read('data/xiamen/2022-2025.yaml');
    const target = 'xiamen/2025/utilization.pledge.amount#target';
    expect(await outcome(await save(target, '41'))).toBe('saved');
    const [changed, ...more] = (await project.read('data/xiamen/2022-2025.yaml'))
      .split('\n')
      .filter((line, index) => line !== plan.split('\n')[index]);
    expect([changed?.includes('value: 41'), more]).toEqual([true, []]);
    // There a status has no place.
    await expect.poll(async () => (await record(target)).value, { timeout: 30_000 }).toBe('41');
    expect(await outcome(await save(target, '42', { status: 'provisional' }))).toEqual([422, 'fixed']);
  });

  test('that is no number, or of a figure written as an alias, is refused', async () => {
    await project.edit(file, 'granted: { invention: 5274', 'granted: { invention: &count 5274');
    await project.edit(file, 'applications: 87963', 'applications: *count');
    await project.edit(file, 'registered: 77021', 'registered: !!int 77021');
    await start();
    const before = await project.read(file);
    const marks = ['applications', 'registered'].map((name) => `xiamen/2022/creation.trademark.${name}`);
    for (const of of [key, ...marks])
      expect(await outcome(await save(of, '5275', { base: 'x' }))).toEqual([422, 'fixed']);
    const design = 'xiamen/2022/creation.patent.granted.design';
    for (const value of ['', '8025 }', '8026\nreport:', '8.0.2', '&a 1', '9e9', '８０２５家'])
      expect(await outcome(await save(design, value))).toBe('weighed');
    expect((await ask('api/edit', { key: design, value: '1', base: 'x', dryRun: false, file: 'package.json' })).status).toBe(400); // prettier-ignore
    expect(await project.read(file)).toBe(before);
  });
});
