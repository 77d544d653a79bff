import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHost } from '../../src/host.ts';
import { say } from '../cli/say.ts';
import { runProject } from '../examine-project.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';

// Windows has none of these.
const hasPipes = process.platform !== 'win32';
/** Nothing is refused to the superuser, so that nothing can be seen of it. */
const isRefused = process.getuid?.() !== 0;

const isAsked = process.env.MODE === 'attack';

let copy: ProjectCopy;
let outside: string;

beforeAll(async () => {
  copy = await copyProject();
  outside = mkdtempSync(join(tmpdir(), 'whitepaper-outside-'));
});
afterAll(async () => {
  await copy.remove();
  rmSync(outside, { recursive: true });
});

const pipe = (file: string): void => {
  execFileSync('mkfifo', [file]);
};

async function codesOf(change: Parameters<typeof runProject>[1] = {}): Promise<string[]> {
  const { diagnostics } = await runProject(copy.root, change);
  return diagnostics.map(({ code, file }) => `${code} ${file ?? ''}`);
}

describe.runIf(hasPipes)('what stands where a data file should', () => {
  const file = 'data/xiamen/2018.yaml';
  afterEach(() => {
    rmSync(join(copy.root, file), { recursive: true, force: true });
  });

  it.each<[string, (path: string) => void]>([
    ['a pipe nobody writes to', pipe],
    ['a device without end', (path) => { symlinkSync('/dev/zero', path); }],
    ['a folder', (path) => { mkdirSync(path); }],
    ['a link to itself', (path) => { symlinkSync('2018.yaml', path); }],
    ['a link to nothing', (path) => { symlinkSync('nowhere', path); }],
  ])('%s is told, not waited for', async (_, put) => {
    put(join(copy.root, file));
    expect(await codesOf()).toEqual([`FILE_MISSING ${file}`]);
  }); // prettier-ignore

  it.runIf(isRefused)('a file others only may read is told', async () => {
    writeFileSync(join(copy.root, file), 'narrative: {}\n');
    chmodSync(join(copy.root, file), 0);
    expect(await codesOf()).toEqual([`FILE_UNREADABLE ${file}`]);
  });
  if (!isRefused)
    it.skip('a file others only may read is told: not as root, who may read all', () => undefined);

  it('names no period has are no data files, whatever characters they have', async () => {
    const names = [
      '20\n18.yaml',
      '2018\u202e.yaml',
      '\u001b[2J.yaml',
      '..yaml',
      '2018.YAML',
      '２０１８.yaml',
    ];
    for (const name of names) writeFileSync(join(copy.root, 'data/xiamen', name), '{{{');
    const { diagnostics } = await runProject(copy.root);
    for (const name of names) rmSync(join(copy.root, 'data/xiamen', name));
    for (const { message } of diagnostics) expect(message).not.toMatch(/[\u0000-\u001f\u202e]/);
    expect(diagnostics.filter(({ code }) => code === 'YAML_SYNTAX')).toEqual([]);
  });
});

describe.runIf(hasPipes)('what stands where a picture or a finished document should', () => {
  it('is refused by its theme', async () => {
    const theme = 'templates/themes/bureau';
    await copy.write(
      `${theme}/theme.yaml`,
      'extends: whitepaper\nname: { zh: 本局, en: Bureau }\ncover: { emblem: emblem.png }\n',
    );
    pipe(join(copy.root, theme, 'emblem.png'));
    expect(await codesOf({ theme: 'bureau' })).toEqual([`FILE_UNREADABLE ${theme}/theme.yaml`]);
    rmSync(join(copy.root, theme), { recursive: true });
  });

  it('is no defect of the program to audit, verify and readback', async () => {
    const folder = join(outside, 'xiamen-2022');
    mkdirSync(folder);
    const manifest = {
      report: {
        region: 'xiamen',
        period: '2022',
        theme: 'whitepaper',
        language: 'zh-CN',
        date: '2023-04-26',
      },
      asked: { formats: ['docx'], docx: { contentControls: true } },
      ...{ id: 'x', tool: { version: '', node: '' }, fonts: {}, inputs: {}, records: {} },
      outputs: { 'xiamen-2022.docx': { sha256: 'x', bytes: 1 } },
    };
    const document = join(folder, 'xiamen-2022.docx');
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    const folderAt = (path: string): void => {
      mkdirSync(path);
    };
    // To verify is to build again: `npm run test:attack`.
    const commands = [['audit', folder], ['readback', document], ...(isAsked ? [['verify', folder] as const] : [])] as const; // prettier-ignore
    for (const put of [pipe, folderAt]) {
      put(document);
      for (const [command, asked] of commands) // prettier-ignore
        expect(await say([command, asked])).toMatchObject({ code: 1, error: expect.stringMatching(/_UNREADABLE|VERIFY_EDITED/) as string }); // prettier-ignore
      rmSync(document, { recursive: true });
    }
    writeFileSync(join(folder, 'manifest.json'), ' '.repeat(6 * 1024 ** 2));
    expect(await say(['audit', folder])).toMatchObject({ code: 1, error: expect.stringContaining('FILE_TOO_LARGE') as string }); // prettier-ignore
    for (const odd of ['{"report":5,"outputs":[]}', '[]', 'null', '{"report":{},"tool":{},"inputs":{},"records":{},"outputs":{"a":null}}']) {
      writeFileSync(join(folder, 'manifest.json'), odd);
      expect((await say(['audit', folder])).code).toBe(2);
      expect((await say(['verify', folder])).code).toBe(1);
    } // prettier-ignore
  });
});

describe('links', () => {
  it.each(['data', 'templates', 'seeds'])('%s may be one itself, but nothing in it leads out of it', async (name) => {
    const [inside, elsewhere] = [join(copy.root, name), join(outside, name)];
    renameSync(inside, elsewhere);
    symlinkSync(elsewhere, inside);
    expect((await runProject(copy.root)).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const secret = join(outside, 'secret.yaml');
    writeFileSync(secret, 'secret: 1\n');
    symlinkSync(secret, join(elsewhere, 'linked.yaml'));
    symlinkSync(outside, join(elsewhere, 'all'));
    const host = createHost(copy.root);
    for (const path of [`${name}/linked.yaml`, `${name}/all/secret.yaml`]) {
      await expect(host.readText(path)).rejects.toMatchObject({ reason: 'outside' });
      await expect(host.readBytes(path)).rejects.toMatchObject({ reason: 'outside' });
    }
    for (const link of ['linked.yaml', 'all']) rmSync(join(elsewhere, link));
    rmSync(inside);
    renameSync(elsewhere, inside);
  }); // prettier-ignore

  it('out may be one, and is written through', async () => {
    mkdirSync(join(outside, 'shared'));
    symlinkSync(join(outside, 'shared'), join(copy.root, 'out'));
    const host = createHost(copy.root);
    await host.replaceFolder('out/xiamen-2022', new Map([['a.txt', 'a']]), () => false);
    expect(await createHost(outside).readText('shared/xiamen-2022/a.txt')).toBe('a');
    rmSync(join(copy.root, 'out'));
  });
});
