import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newRegion } from '../../src/cli/new-region.ts';
import { addRegion } from '../../src/cli/new-region-register.ts';
import { parseArguments, type Arguments } from '../../src/cli/parse-arguments.ts';
import { say as sayArgv, type Said } from './say.ts';
import { createHost, type Host } from '../../src/host.ts';
import { copyProject, projectRoot, type ProjectCopy } from '../project-copy.ts';

const register = 'data/regions.yaml';
const data = 'data/sample-city/2025.yaml';
const ledger = 'seeds/sample-city-2025.yaml';
const asked = ['new-region', 'sample-city', '--name', '临海示例市', '--period', '2025'];
const before = process.env.WHITEPAPER_ROOT;
let copy: ProjectCopy;
let registered: string;

beforeAll(async () => {
  copy = await copyProject();
  registered = await copy.read(register);
  process.env.WHITEPAPER_ROOT = copy.root;
});

beforeEach(async () => {
  await copy.write(register, registered);
  for (const name of ['data/sample-city', ledger, ledger.replace('2025', '2024')])
    await rm(join(copy.root, name), { recursive: true, force: true });
});

afterAll(async () => {
  if (before === undefined) delete process.env.WHITEPAPER_ROOT;
  else process.env.WHITEPAPER_ROOT = before;
  await copy.remove();
});

const say = (...argv: string[]): Promise<Said> => sayArgv(argv, 'zh');

interface Json {
  readonly reports: readonly { readonly files?: readonly string[] }[];
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly file: string | null;
  }[];
}

/** Codes a command line ends with, and its exit code. */
async function codesOf(...argv: string[]): Promise<[number, string[]]> {
  const { code, out } = await say(...argv, '--json');
  return [code, (JSON.parse(out) as Json).diagnostics.map((diagnostic) => diagnostic.code)];
}

const build = (format: string): Promise<Said> =>
  say('build', '2025', '--region', 'sample-city', '--format', format);

async function builtText(): Promise<string> {
  const html = await copy.read('out/sample-city-2025/sample-city-2025.html');
  return html.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, '');
}

/** Take the `# ` away from the one line that has `text`. */
async function enable(text: string, to: string = text): Promise<void> {
  const lines = (await copy.read(data)).split('\n');
  const line = lines.find((candidate) => candidate.includes(text) && !candidate.startsWith('##')) ?? '';
  await copy.edit(data, `${line}\n`, `${line.replace('# ', '').replace(text, to)}\n`);
}

/** The file with every line that is commented out put to use, and everything to be filled in filled in. */
function enableAll(text: string): string {
  return (
    text
      .split('\n')
      .filter((line, index) => index === 0 || !/自动算出|# plan:/.test(line))
      .map((line, index) => (index === 0 ? line : line.replace(/^(\s*)# /, '$1')))
      .map((line) => line.replace('peers: [待填]', 'peers: [xiamen]').replace(/\{\{待填：([^}]*)\}\}/g, '$1'))
      // Nought of everything breaks no rule between figures; a rank and a target are something.
      .map((line) =>
        line.replace('待填', line.includes('target:') ? '2' : /rank|field|位次|base:/.test(line) ? '1' : '0'),
      )
      .join('\n')
  );
}

describe('a new region', () => {
  it('is registered behind the others, every other byte as it was, and says what comes next', async () => {
    const { code, error } = await say(...asked, '--province', '某某省', '--level', 'county');
    expect(code).toBe(0);
    const now = await copy.read(register);
    expect(now.startsWith(registered)).toBe(true);
    expect(now.slice(registered.length)).toBe(
      '  sample-city:\n    name: { zh: 临海示例市 }\n    short_name: { zh: 临海示例 }\n    level: county\n    province: { zh: 某某省 }\n',
    );
    for (const said of [register, data, ledger, 'npm run preview -- 2025 --region sample-city'])
      expect(error).toContain(said);
    expect(await readdir(join(copy.root, 'data/sample-city'))).toEqual(['2025.yaml']);
  });

  it('builds to every format before any figure is entered', async () => {
    await say(...asked);
    const { code, error } = await build('pdf,docx,html');
    expect(error).toContain('0 处警告');
    expect(code).toBe(0);
    expect(await builtText()).toContain('临海示例市2025年知识产权白皮书');
    expect(await builtText()).not.toMatch(/待填|##/);
  });

  it('prints what is entered by taking a # away, each line alone, and refuses what is not filled in', async () => {
    await say(...asked);
    await enable('registered: 待填', 'registered: { value: 8.31, unit: 万件, qualifier: 约 }');
    await enable('value: 待填,  # 发明专利授权量', 'value: 40961,  # 发明专利授权量');
    await enable('national_demo_city: { rank: { value: 待填, of: unstated } }', 'national_demo_city: { rank: { value: 7, of: 61 } }'); // prettier-ignore
    expect(await build('html')).toMatchObject({
      code: 0,
      error: expect.stringContaining('0 处警告') as string,
    });
    const text = await builtText();
    for (const printed of ['40961', '约8.31', '第7位']) expect(text).toContain(printed);
    await enable('# design: 待填', 'design: 待填');
    const [code, codes] = await codesOf('check', '2025', '--region', 'sample-city');
    expect([code, codes]).toEqual([1, ['VALUE_TYPE']]);
  });

  it('has no line that cannot be put to use: all of them at once make a report', async () => {
    await say(...asked);
    await copy.write(data, enableAll(await copy.read(data)));
    await copy.edit(register, '    name: { zh: 临海示例市 }', '    name: { zh: 临海示例市 }\n    peers: [xiamen]'); // prettier-ignore
    await copy.write('data/xiamen/2025.yaml', 'sources: [xiamen-2022-digest]\ndefault_source: xiamen-2022-digest\ncreation: { patent: { granted: { invention: 3 } } }\n'); // prettier-ignore
    const { code, out } = await say('build', '2025', '--region', 'sample-city', '--format', 'html', '--json');
    await rm(join(copy.root, 'data/xiamen/2025.yaml'));
    const found = (JSON.parse(out) as Json).diagnostics;
    expect(found.filter(({ file, severity }) => file === data || severity === 'error')).toEqual([]);
    expect(code).toBe(0);
  });

  it('is registered in a file of Windows, and not in one that is all in braces', () => {
    const xiamen = { name: { zh: '甲市' }, short_name: { zh: '甲' }, level: 'county' as const };
    const entry = { name: { zh: '乙, {市}' }, short_name: { zh: '乙' }, level: 'county' as const };
    const windows =
      '\uFEFFregions:\r\n    a:\r\n        name: { zh: 甲市 }\r\n        short_name: { zh: 甲 }\r\n        level: county # 注\r\n# 尾\r\ndefault_region: a';
    const added = addRegion(windows, 'b', entry, { a: xiamen })!;
    expect(added.replace(/ {4}b:\r\n( {6}.*\r\n){3}/, '')).toBe(windows);
    expect(added).toContain('    b:\r\n      name: { zh: "乙, {市}" }\r\n');
    const braces = 'regions: { a: { name: { zh: 甲市 }, short_name: { zh: 甲 }, level: county } }\n';
    expect(addRegion(braces, 'b', entry, { a: xiamen })).toBeUndefined();
  });
});

it('the first day is described as it is: commands that are understood, lines that are in the file', async () => {
  const page = await readFile(join(projectRoot, 'docs/first-day.md'), 'utf8');
  const commands = [...page.matchAll(/npm run (build-report|check|preview|new-region) -- ([^`\n]*)/g)];
  expect(commands.length).toBeGreaterThan(5);
  for (const [, script, rest = ''] of commands)
    expect(() => parseArguments([script === 'build-report' ? 'build' : script!, ...rest.split(' ')])).not.toThrow(); // prettier-ignore
  await say(...asked);
  const text = await copy.read(data);
  const lines = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trimEnd().split('\n')); // prettier-ignore
  const bare = (line: string): string => line.replaceAll('# ', '').replace('5274', '待填').trim();
  for (const line of lines) expect(text.split('\n').map(bare)).toContain(bare(line));
});

describe('a second period', () => {
  it('is added to a region that is registered, whose entry stays as it is', async () => {
    await say(...asked);
    const entry = await copy.read(register);
    const first = await copy.read(data);
    const { code, error } = await say(...asked.slice(0, -1), '2024');
    expect(code).toBe(0);
    expect(error).toContain('已登记');
    expect(await copy.read(register)).toBe(entry);
    expect(await copy.read(data)).toBe(first);
    expect(await readdir(join(copy.root, 'data/sample-city'))).toEqual(['2024.yaml', '2025.yaml']);
    expect((await say('build', '2024', '--region', 'sample-city', '--format', 'html')).code).toBe(0);
  });

  it('is not added to another region that happens to have the id', async () => {
    expect(await codesOf('new-region', 'xiamen', '--name', '临海示例市', '--period', '2025')).toEqual([
      1,
      ['NEW_REGION_NAME'],
    ]);
  });
});

describe('nothing is written', () => {
  const everything = async (): Promise<string[]> =>
    (await readdir(copy.root, { recursive: true })).filter((name) => !name.startsWith('out')).sort();

  it.each([
    [['new-region'], '编号'],
    [['new-region', 'sample-city', '--period', '2025'], '--name'],
    [['new-region', 'sample-city', '--name', '临海示例市'], '--period'],
    [['new-region', 'sample-city', '2025', '--name', '临海示例市'], '2025'],
    [[...asked, '--region', 'x'], '--region'],
  ])('%j is wrong usage', async (argv, about) => {
    const { code, error } = await say(...argv);
    expect(code).toBe(2);
    expect(error).toContain(about);
    expect(error).toContain('npm run new-region');
  });

  it.each([
    ['an id in capitals', 'Sample', [], ['NEW_REGION_OPTION']],
    ['an id that leaves the folder', '../x', [], ['NEW_REGION_OPTION']],
    ['the folder of the catalogue', 'indicators', [], ['NEW_REGION_EXISTS']],
    ['a span of years', 'sample-city', ['--period', '2022-2025'], ['NEW_REGION_OPTION']],
    ['half a year number', 'sample-city', ['--period', '25'], ['NEW_REGION_OPTION']],
    ['a name with markup', 'sample-city', ['--name', '<b>市'], ['NEW_REGION_OPTION']],
    ['a name with braces', 'sample-city', ['--name', '{{x}}市', '--short', '某'], ['NEW_REGION_OPTION']],
    ['a name of two lines', 'sample-city', ['--name', '某\n市', '--short', '某'], ['NEW_REGION_OPTION']],
    ['no name', 'sample-city', ['--name', ' ', '--short', '某'], ['NEW_REGION_OPTION']],
    ['an unknown level', 'sample-city', ['--level', 'town'], ['NEW_REGION_OPTION']],
    ['the name of another region', 'sample-city', ['--name', '厦门市'], ['NAME_TWICE']],
  ])('for %s', async (_, id, more, codes) => {
    const files = await everything();
    const options = Object.entries({ '--name': '临海示例市', '--period': '2025' }).flatMap(
      ([option, value]) => (more.includes(option) ? [] : [option, value]),
    );
    const [code, found] = await codesOf('new-region', id, ...options, ...more);
    expect([code, [...new Set(found)]]).toEqual([1, codes]);
    expect(await everything()).toEqual(files);
    expect(await copy.read(register)).toBe(registered);
  });

  it('over a data file or a ledger that is there', async () => {
    await say(...asked);
    await copy.write(data, 'mine');
    expect(await codesOf(...asked)).toEqual([1, ['NEW_REGION_EXISTS', 'NEW_REGION_EXISTS']]);
    expect(await copy.read(data)).toBe('mine');
    await copy.write(ledger.replace('2025', '2024'), 'mine');
    expect(await codesOf(...asked.slice(0, -1), '2024')).toEqual([1, ['NEW_REGION_EXISTS']]);
    expect(await readdir(join(copy.root, 'data/sample-city'))).toEqual(['2025.yaml']);
  });

  it.each([
    [
      'ledger',
      (host: Host): Partial<Host> => ({
        writeText: fullFor('seeds/', (...given) => host.writeText(...given)),
      }),
    ],
    [
      'data file',
      (host: Host): Partial<Host> => ({
        replaceFolder: fullFor('data/', (...given) => host.replaceFolder(...given)),
      }),
    ],
  ])('when the %s cannot be', async (_, refusing) => {
    const files = await everything();
    const host = createHost(copy.root);
    const full: Host = { ...host, ...refusing(host) };
    const silent = {
      out: () => undefined,
      error: () => undefined,
      interactive: false,
      language: 'zh' as const,
    };
    expect(await newRegion(parseArguments(asked) as Arguments, full, silent)).toBe(1);
    expect(await copy.read(register)).toBe(registered);
    expect(await everything()).toEqual(files);
  });
});

/** A way of writing that finds the disk full below a folder. */
function fullFor<Rest extends readonly unknown[]>(
  folder: string,
  write: (path: string, ...rest: Rest) => Promise<void>,
): (path: string, ...rest: Rest) => Promise<void> {
  const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
  return (path, ...rest) => (path.startsWith(folder) ? Promise.reject(full) : write(path, ...rest));
}
