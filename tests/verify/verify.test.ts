import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { say } from '../cli/say.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';

/** `npm run verify` over a report in two themes, one of them with a DOCX and the changes since an earlier edition; and over a small one. */

const data = 'data/quanzhou/2021.yaml';
const folder = 'small/quanzhou-2021';
const variables = ['WHITEPAPER_ROOT', 'WHITEPAPER_CACHE'] as const;
const before = variables.map((name) => [name, process.env[name]] as const);
let copy: ProjectCopy;
let clean: string;

beforeAll(async () => {
  copy = await copyProject();
  process.env.WHITEPAPER_ROOT = copy.root;
  // Built from nothing, so that the same bytes again are no old ones.
  process.env.WHITEPAPER_CACHE = 'off';
  clean = await copy.read(data);
  const build = async (...options: string[]): Promise<void> => {
    const { code, error } = await say(['build', '2021', '--region', 'quanzhou', ...options]);
    expect(code, error).toBe(0);
  };
  await copy.write(data, clean.replace('value: 11873', 'value: 11874'));
  await build('--format', 'docx', '--out', 'earlier');
  await copy.write(data, clean);
  await build('--format', 'docx,html', '--track-changes-from', 'earlier');
  await build('--format', 'html', '--theme', 'gongwen');
  await build('--format', 'html', '--out', 'small');
}, 180_000);

afterAll(async () => {
  for (const [name, value] of before) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
  await copy.remove();
});

interface Json {
  readonly ok: boolean;
  readonly exitCode: number;
  readonly reports: readonly { readonly region: string; readonly period: string; readonly same: string[] }[];
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; message: string }[];
}

async function verify(place = folder): Promise<{ code: number; json: Json; codes: string[] }> {
  const { code, out } = await say(['verify', place, '--json']);
  const json = JSON.parse(out) as Json;
  expect(json.exitCode).toBe(code);
  return { code, json, codes: json.diagnostics.map((one) => one.code) };
}

/** What verifying says while a file of the project says something else, or is gone. */
async function whileChanged(file: string, text: string | undefined): ReturnType<typeof verify> {
  const path = join(copy.root, file);
  await rename(path, `${path}.kept`);
  if (text !== undefined) await writeFile(path, text);
  try {
    return await verify();
  } finally {
    await rm(path, { force: true, recursive: true });
    await rename(`${path}.kept`, path);
  }
}

it('finds every file of a report that nobody touched the same, in each theme, alone or with all there are', async () => {
  const { code, json, codes } = await verify('out');
  expect(codes).toEqual(['VERIFY_NOT_REBUILT']);
  expect([code, json.ok]).toEqual([0, true]);
  expect(json.diagnostics[0]?.message).toContain('quanzhou-2021.changes.docx');
  expect(json.reports.map(({ region, period }) => `${region} ${period}`)).toEqual(['quanzhou 2021', 'quanzhou 2021']); // prettier-ignore
  expect(json.reports.flatMap(({ same }) => same).sort()).toEqual(
    [
      ...['check.gongwen.json', 'check.json', 'figures.gongwen.json', 'figures.gongwen.xlsx', 'figures.json'],
      ...['figures.xlsx', 'manifest.gongwen.json', 'manifest.json'],
      ...['quanzhou-2021.docx', 'quanzhou-2021.gongwen.html', 'quanzhou-2021.html'],
    ].sort(),
  );
  const small = await verify();
  expect([small.code, ...small.codes, small.json.reports[0]?.same.length]).toEqual([0, 5]);
}, 120_000);

it('tells an edited file and a missing one from what differs', async () => {
  const edited = await whileChanged(`${folder}/quanzhou-2021.html`, 'edited');
  expect([edited.code, ...edited.codes]).toEqual([1, 'VERIFY_EDITED']);
  const missing = await whileChanged(`${folder}/check.json`, undefined);
  expect([missing.code, ...missing.codes]).toEqual([1, 'VERIFY_FILE_MISSING']);
  expect(missing.json.diagnostics[0]?.message).toContain(`${folder}/check.json`);
}, 120_000);

it('names the input that was changed, and what comes out otherwise for it', async () => {
  const { code, json, codes } = await whileChanged(data, `${clean}# later\n`);
  expect(code).toBe(1);
  expect(codes).toContain('VERIFY_INPUTS_CHANGED');
  expect(json.diagnostics.find((one) => one.code === 'VERIFY_INPUTS_CHANGED')?.message).toContain(data);
  // A comment changes no document, but what the report was made from.
  const differ = json.diagnostics
    .filter((one) => one.code === 'VERIFY_DIFFERS')
    .map(({ message }) => message);
  expect(differ.some((message) => message.includes('manifest.json'))).toBe(true);
  expect(differ.some((message) => message.includes('.html'))).toBe(false);

  const broken = await whileChanged(data, 'report: [');
  expect(broken.code).toBe(1);
  expect(broken.codes).toContain('YAML_SYNTAX');
  expect(broken.codes).not.toContain('VERIFY_DIFFERS');
}, 120_000);

it.each([
  ['no JSON', () => '{'],
  ['none of ours', () => '{"manifest_version": 3}'],
  ['a format there is not', (text: string) => text.replace('"html"', '"exe"')],
  ['a list for a digest', (text: string) => text.replace(/"sha256": ".*"/, '"sha256": []')],
])('refuses a manifest with %s', async (_, change) => {
  const text = await copy.read(`${folder}/manifest.json`);
  const { code, codes } = await whileChanged(`${folder}/manifest.json`, change(text));
  expect(code).toBe(1);
  expect(codes).toEqual(['VERIFY_MANIFEST']);
});

it('reads nothing outside the folders a manifest may name, and says that a folder has none', async () => {
  const text = await copy.read(`${folder}/manifest.json`);
  const digest = '0'.repeat(64);
  const hostile = text
    .replace('"outputs": {', `"outputs": { "../../data/units.yaml": { "sha256": "${digest}" },`)
    .replace('"inputs": {', `"inputs": { "../../etc/passwd": "${digest}", "data": "${digest}",`);
  const { code, json, codes } = await whileChanged(`${folder}/manifest.json`, hostile);
  expect(code).toBe(1);
  expect(codes.slice(0, 2)).toEqual(['VERIFY_FILE_MISSING', 'VERIFY_INPUTS_CHANGED']);
  expect(json.diagnostics[1]?.message).toContain('../../etc/passwd');
  await mkdir(join(copy.root, 'empty'));
  expect((await verify('empty')).code).toBe(2);
}, 60_000);
