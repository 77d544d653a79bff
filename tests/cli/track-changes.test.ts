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
    const older = (await builtReports('whitepaper')).folder('xiamen-2022');
    const folder = join(out, 'xiamen-2022');
    await copy.edit('data/xiamen/2022.yaml', '{{year}}，知识产权CBD投入', '{{year}}，知识产权服务中心投入');
    const asked = ['build', '2022', '--format', 'docx', '--out', out];
    const { code, error } = await say([...asked, '--track-changes-from', older]);
    expect(code).toBe(0);
    expect(error).toContain('xiamen-2022.changes.docx');
    const marked = unpack(new Uint8Array(await readFile(join(folder, 'xiamen-2022.changes.docx'))));
    expect(changesIn(xml(marked, 'word/document.xml'))).toEqual(['−CBD', '+服务中心']);
    expect((await say(['audit', folder])).code).toBe(0);

    expect((await say(['build', '2022', '--format', 'html', '--out', out])).code).toBe(0);
    expect(await readdir(folder)).not.toContain('xiamen-2022.changes.docx');
  }, 180_000);
});
