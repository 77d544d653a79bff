import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { run } from '../../src/cli/run.ts';
import { say as sayArgv, type Said } from './say.ts';
import { placeOf } from '../examine-project.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';

const report = 'data/xiamen/2022.yaml';
const before = process.env.WHITEPAPER_ROOT;
let copy: ProjectCopy;
let clean: string;

beforeAll(async () => {
  copy = await copyProject();
  clean = await copy.read(report);
  process.env.WHITEPAPER_ROOT = copy.root;
});

beforeEach(() => copy.write(report, clean));

afterAll(async () => {
  if (before === undefined) delete process.env.WHITEPAPER_ROOT;
  else process.env.WHITEPAPER_ROOT = before;
  await copy.remove();
});

const say = (line: string, language?: 'zh' | 'en'): Promise<Said> => sayArgv(line.split(' '), language);

async function hashOfOut(): Promise<string> {
  const hash = createHash('sha256');
  const folder = join(copy.root, 'out/xiamen-2022');
  for (const name of (await readdir(folder)).sort())
    hash.update(name).update(await readFile(join(folder, name), 'latin1'));
  return hash.digest('hex');
}

interface Json {
  readonly ok: boolean;
  readonly exitCode: number;
  readonly reports: readonly { region?: string; period: string; outputs?: object; checks?: object[] }[];
  readonly diagnostics: readonly Record<string, unknown>[];
}

const diagnosticFields = ['code', 'column', 'file', 'hint', 'line', 'message', 'severity'];

describe('wrong usage', () => {
  it.each([
    ['', 'unknown command'],
    ['bild 2022', 'unknown command'],
    ['build', 'period is missing'],
    ['preview 2022 2023', 'too many'],
    ['build ,', 'period is empty'],
    ['build 2022 --region=', '--region'],
    ['build --all --shard 5/4', '5/4'],
    ['build --all --shard 0/4', '0/4'],
    ['build --all --workers 0', '--workers'],
    ['build 2022 --timeout soon', '--timeout'],
    ['check --shard 1/2', '--shard'],
    ['build 2022 --fromat pdf', '--fromat'],
    ['build 2022 --format pdf,xyz', 'xyz'],
    ['build 2022 --format=', 'unknown format'],
    ['build 2022 --out=', '--out'],
    ['build 2022 --all', '--all'],
    ['build 2022 --track-changes-from=', '--track-changes-from'],
    ['build 2022 --format pdf --track-changes-from out', 'needs the format docx'],
    ['build 2022 --region', '--region'],
    ['check 2022 --format pdf', '--format'],
    ['preview 2022 --port 99999', '99999'],
  ])('%j is refused with exit code 2 and the usage', async (line, about) => {
    const { code, out, error } = await say(line);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toContain(about);
    expect(error).toContain('npm run build-report');
  });

  it('is one JSON object on standard output where JSON is asked for', async () => {
    const { code, out } = await say('build --json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ ok: false, exitCode: 2, diagnostics: [] });
  });

  it('is not asking for help', async () => {
    const { code, out } = await say('build --help');
    expect(code).toBe(0);
    expect(out).toContain('npm run build-report');
  });
});

describe('check', () => {
  it('of one report, of the default region and of all says how many rules hold', async () => {
    for (const line of ['check 2022', 'check', 'check --all', 'check 2022 --region xiamen']) {
      const { code, out, error } = await say(line);
      expect([line, code, out]).toEqual([line, 0, '']);
      expect(error).toMatch(/\d{3} checks, \d+ hold, 0 fail, 1 waived, \d+ cannot be checked/);
    }
  });

  it('as JSON is one object with the checks and with whole diagnostics', async () => {
    await copy.edit(report, 'value: 7990.88', 'value: 7990.88\n        unit: 万园');
    const { code, out } = await say('check 2022 --json');
    expect(code).toBe(1);
    const { ok, exitCode, diagnostics } = JSON.parse(out) as Json;
    expect({ ok, exitCode }).toEqual({ ok: false, exitCode: 1 });
    for (const diagnostic of diagnostics) expect(Object.keys(diagnostic).sort()).toEqual(diagnosticFields);
    expect(diagnostics[0]).toMatchObject({
      code: 'UNIT_UNKNOWN',
      severity: 'error',
      file: report,
      line: 27,
      column: 15,
    });
  });

  it('compares figures of other files with their ledgers, since the report prints them', async () => {
    const other = 'data/xiamen/2017.yaml';
    const text = await copy.read(other);
    await copy.edit(other, 'applications: 313', 'applications: 331');
    const [line] = placeOf(await copy.read(other), 'applications: 331')
      .split(':')
      .map(Number);
    const { diagnostics } = JSON.parse((await say('check 2022 --json')).out) as Json;
    await copy.write(other, text);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'LEDGER_DIFFERS', file: other, line }),
    );
  });

  it('of all reports shows a file too large to read and a file nobody can parse', async () => {
    await copy.write(report, 'x'.repeat(6 * 1024 * 1024));
    expect(await say('check')).toMatchObject({
      code: 1,
      error: expect.stringContaining('FILE_TOO_LARGE') as string,
    });
    await copy.write(report, 'report: [');
    expect(await say('check')).toMatchObject({
      code: 1,
      error: expect.stringContaining('YAML_SYNTAX') as string,
    });
  });

  it('of all reports finds one that starts with a byte order mark', async () => {
    await copy.write(report, `\uFEFF${clean.slice(clean.indexOf('report:'))}`);
    expect((await say('check')).error).toContain('xiamen 2022');
  });

  it('of lists takes what there is of them in the order of the register, and refuses a name that stands for nothing', async () => {
    const named = async (line: string): Promise<unknown> => {
      const { reports, diagnostics } = JSON.parse((await say(`check ${line} --json`)).out) as Json;
      const problems = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      return [...reports.map(({ region, period }) => `${region ?? ''} ${period}`), ...problems];
    };
    expect(await named('2022,2017 2022')).toEqual(['xiamen 2017', 'xiamen 2022']);
    // A span stands behind its first year.
    expect(await named('--region xiamen')).toEqual(['xiamen 2017', 'xiamen 2022', 'xiamen 2022-2025']);
    expect(await named('2022')).toEqual(['xiamen 2022']);
    expect(await named('2021 2020 --region ningbo,quanzhou')).toEqual(['quanzhou 2021', 'ningbo 2020']);
    expect(await named('2022 2031')).toEqual([' ', 'PERIOD_UNKNOWN']);
    expect(await named('2021 --region quanzhou,xiamen')).toEqual(['quanzhou ', 'PERIOD_UNKNOWN']);
    expect(await named('--region quanzhou,atlantis')).toEqual(['quanzhou ', 'REGION_UNKNOWN']);
    expect(await named('--region hangzhou')).toEqual(['hangzhou ', 'PERIOD_WITHOUT_REPORT']);
  });

  it('of a region without data lists the regions there are, and has no place in a file', async () => {
    const { code, out } = await say('check --region fujian --json');
    expect(code).toBe(1);
    expect((JSON.parse(out) as Json).diagnostics).toEqual([
      {
        code: 'REGION_UNKNOWN',
        severity: 'error',
        message: 'There is no region "fujian"',
        file: null,
        line: null,
        column: null,
        hint: expect.stringContaining('Regions: xiamen, quanzhou') as string,
      },
    ]);
  });
});

describe('build', () => {
  it('of one format makes that one, says nothing but its result on standard output, and stays when the next fails', async () => {
    const { code, out, error } = await say('build 2022 --format html --json');
    expect(code).toBe(0);
    const { ok, exitCode, reports, diagnostics } = JSON.parse(out) as Json;
    expect({ ok, exitCode }).toEqual({ ok: true, exitCode: 0 });
    expect(Object.keys(reports[0]!.outputs!)).toEqual(['xiamen-2022.html']);
    expect(diagnostics).toEqual([]);
    expect(error).toContain('out/xiamen-2022/xiamen-2022.html');
    const kept = await hashOfOut();

    await copy.edit(report, 'registered: 77021', 'registered: 77021\n    registered: 1');
    const failed = await say('build 2022 --format html');
    expect(failed).toMatchObject({ code: 1, out: '' });
    expect(failed.error).toContain(`${report}:${placeOf(await copy.read(report), 'registered: 1\n')}`);
    expect(failed.error).toContain('Earlier output is untouched');
    for (const line of [
      'build 2022 --region ../../etc',
      'build ../2022',
      'build 2022 --theme ../x',
      'build 2022 --lang fr',
    ])
      expect([line, (await say(line)).code]).toEqual([line, 1]);
    expect(await hashOfOut()).toBe(kept);
  });

  it('of all reports goes on behind one that fails', async () => {
    const quanzhou = await copy.read('data/quanzhou/2021.yaml');
    for (const region of ['quanzhou', 'fujian']) await copy.write(`data/${region}/2021.yaml`, 'report: [');
    const { code, out } = await say('build --all --format html --json');
    await rm(join(copy.root, 'data/fujian'), { recursive: true });
    await copy.write('data/quanzhou/2021.yaml', quanzhou);
    expect(code).toBe(1);
    const { reports, diagnostics } = JSON.parse(out) as Json;
    expect(reports.map(({ region, outputs }) => [region, outputs !== undefined])).toEqual([
      ['xiamen', true],
      ['xiamen', true],
      ['xiamen', true],
      ['quanzhou', false],
      ['ningbo', true],
      ['fujian', false],
    ]);
    expect(diagnostics).toContainEqual(expect.objectContaining({ file: 'data/fujian/2021.yaml' }));
  });

  it('of one part of the reports makes those, and of a part without reports says so', async () => {
    const { code, out, error } = await say('build --all --format html --shard 3/5 --json');
    expect(code).toBe(0);
    expect((JSON.parse(out) as Json).reports.map(({ period }) => period)).toEqual(['2022-2025']);
    expect(error).toContain('out/xiamen-2022-2025/');
    const empty = await say('build --all --shard 9/9 --json');
    expect(empty).toMatchObject({ code: 0, error: expect.stringContaining('no report') as string });
    expect(JSON.parse(empty.out)).toMatchObject({ ok: true, reports: [] });
  });

  it('into another folder leaves the usual one alone', async () => {
    const { code } = await say('build 2022 --format html --out elsewhere/deep');
    expect(code).toBe(0);
    expect(await readdir(join(copy.root, 'elsewhere/deep/xiamen-2022'))).toContain('xiamen-2022.html');
  });

  it('of the final document refuses figures that are not confirmed, and says which', async () => {
    await copy.edit(report, 'value: 7990.88', 'value: 7990.88\n        status: provisional');
    const { code, error } = await say('build 2022 --format html --final');
    expect(code).toBe(1);
    expect(error).toContain('DRAFT_IN_FINAL');
    expect(error).toContain(`${report}:26:16`);
    await copy.write(report, clean);
    expect((await say('check 2022 --final')).code).toBe(0);
  });
});

it('a defect of the program is exit code 70, without a stack unless it is asked for', async () => {
  const broken = vi.spyOn(commands, 'build').mockRejectedValue(new Error('planted'));
  const { code, out, error } = await say('build 2022 --format html --json', 'zh');
  const debug = await run(['build', '2022', '--format', 'html', '--debug'], {
    out: () => undefined,
    error: () => undefined,
    interactive: false,
    language: 'zh',
  });
  broken.mockRestore();
  expect(code).toBe(70);
  expect(debug).toBe(70);
  expect(JSON.parse(out)).toMatchObject({ ok: false, exitCode: 70 });
  expect(error).toContain('内部错误');
});
