import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '../../src/render/docx/package/zip.ts';
import { builtReports } from '../built-reports.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { xml } from '../render/docx/sample-docx.ts';
import { changesIn } from '../render/docx/changes/sample-package.ts';
import { say } from './say.ts';

const before = process.env.WHITEPAPER_ROOT;
let copy: ProjectCopy;
let out: string;

beforeAll(async () => {
  copy = await copyProject();
  process.env.WHITEPAPER_ROOT = copy.root;
  out = await mkdtemp(join(tmpdir(), 'whitepaper-changes-'));
});

afterAll(async () => {
  if (before === undefined) delete process.env.WHITEPAPER_ROOT;
  else process.env.WHITEPAPER_ROOT = before;
  await copy.remove();
  await rm(out, { recursive: true, force: true });
});

describe('build --track-changes-from', () => {
  it('says what is wrong before it builds, and writes nothing', async () => {
    const asked = ['build', '2022', '--format', 'docx', '--out', out, '--track-changes-from'];
    const { code, error } = await say([...asked, join(out, 'nowhere')]);
    expect(code).toBe(1);
    expect(error).toContain('CHANGES_NOT_FOUND');
    expect(await readdir(out)).toEqual([]);
  });

  it('puts a DOCX with the changes beside the others, and takes it away again', async () => {
    const older = (await builtReports('whitepaper')).folder('quanzhou-2021');
    const folder = join(out, 'quanzhou-2021');
    await copy.edit('data/quanzhou/2021.yaml', '运用指标的标杆城市', '运用指标的先进城市');
    const report = ['build', '2021', '--region', 'quanzhou', '--out', out, '--format'];
    const { code, error } = await say([...report, 'docx', '--track-changes-from', older]);
    expect(code).toBe(0);
    expect(error).toContain('quanzhou-2021.changes.docx');
    const marked = unpack(new Uint8Array(await readFile(join(folder, 'quanzhou-2021.changes.docx'))));
    expect(changesIn(xml(marked, 'word/document.xml'))).toEqual(['−标杆', '+先进']);
    expect((await say(['audit', folder])).code).toBe(0);

    expect((await say([...report, 'html'])).code).toBe(0);
    expect(await readdir(folder)).not.toContain('quanzhou-2021.changes.docx');
  }, 180_000);
});
