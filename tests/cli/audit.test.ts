import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say } from './say.ts';
import { pack, unpack } from '../../src/render/docx/package/zip.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';

const before = process.env.WHITEPAPER_ROOT;
const data = 'data/xiamen/2022.yaml';
let copy: ProjectCopy;
let out: string;
let folder: string;
let docx: Uint8Array;
let ledger: string;
let clean: string;

beforeAll(async () => {
  copy = await copyProject();
  process.env.WHITEPAPER_ROOT = copy.root;
  out = await mkdtemp(join(tmpdir(), 'whitepaper-audit-'));
  folder = join(out, 'xiamen-2022');
  expect((await say(['build', '2022', '--format', 'docx,html', '--out', out])).code).toBe(0);
  docx = new Uint8Array(await readFile(join(folder, 'xiamen-2022.docx')));
  ledger = await readFile(join(folder, 'figures.json'), 'utf8');
  clean = await copy.read(data);
});

beforeEach(async () => {
  await copy.write(data, clean);
  await writeFile(join(folder, 'xiamen-2022.docx'), docx);
  await writeFile(join(folder, 'figures.json'), ledger);
});

afterAll(async () => {
  if (before === undefined) delete process.env.WHITEPAPER_ROOT;
  else process.env.WHITEPAPER_ROOT = before;
  await copy.remove();
  await rm(out, { recursive: true, force: true });
});

async function damage(change: (parts: ReturnType<typeof unpack>) => void): Promise<void> {
  const parts = unpack(docx);
  change(parts);
  await writeFile(join(folder, 'xiamen-2022.docx'), pack(parts));
}

interface Json {
  readonly ok: boolean;
  readonly exitCode: number;
  readonly reports: readonly { against: string; files: readonly { name: string; changed: boolean }[] }[];
  readonly diagnostics: readonly { code: string; severity: string; message: string }[];
}

describe('npm run audit', () => {
  it('finds a folder as it was built in order', async () => {
    const { code, error } = await say(['audit', folder]);
    expect(error).toMatch(
      /xiamen-2022\.docx, xiamen-2022\.html, compared with the whole document\nThe numbers agree/,
    );
    expect(code).toBe(0);
  });

  it('names the figure deleted from a finished DOCX', async () => {
    await damage((parts) => {
      parts.set('word/document.xml', String(parts.get('word/document.xml')).replace('>5274件<', '><'));
    });
    const { code, out: json } = await say(['audit', folder, '--json']);
    const { ok, exitCode, reports, diagnostics } = JSON.parse(json) as Json;
    expect([code, ok, exitCode]).toEqual([1, false, 1]);
    expect(reports).toMatchObject([{ against: 'document', files: [{ changed: true }, { changed: false }] }]);
    expect(diagnostics.map((one) => [one.code, one.severity])).toEqual([
      ['AUDIT_BYTES', 'info'],
      ['AUDIT_MISSING', 'error'],
    ]);
    expect(diagnostics[1]!.message).toContain('xiamen/2022/creation.patent.granted.invention');
  });

  it('names the cell changed in an embedded workbook', async () => {
    await damage((parts) => {
      for (const [name, part] of parts) {
        if (!name.endsWith('.xlsx') || typeof part === 'string') continue;
        const workbook = unpack(part);
        const sheet = String(workbook.get('xl/worksheets/sheet1.xml'));
        workbook.set('xl/worksheets/sheet1.xml', sheet.replace('<v>5274</v>', '<v>5275</v>'));
        parts.set(name, pack(workbook));
      }
    });
    const { code, error } = await say(['audit', folder]);
    expect(error).toMatch(/cell B\d \(发明专利\) of the workbook should be 5274 and is 5275 AUDIT_WORKBOOK/);
    expect(code).toBe(1);
  });

  it('says that a file was changed that still says the same', async () => {
    await damage((parts) => parts.set('word/fontTable.xml', `${String(parts.get('word/fontTable.xml'))}\n`));
    const { code, error } = await say(['audit', folder]);
    expect(error).toMatch(/AUDIT_BYTES/);
    expect(code).toBe(0);
  });

  it('compares the number ledger of the folder, too', async () => {
    await writeFile(join(folder, 'figures.json'), ledger.replaceAll('"5274"', '"5275"'));
    const { code, error } = await say(['audit', folder]);
    expect(error).toMatch(/5275 .*creation\.patent\.granted\.invention.*AUDIT_LEDGER/);
    expect(code).toBe(1);
  });

  it('falls back to the ledger where the data have changed, and says so', async () => {
    await copy.edit(data, 'invention: 5274', 'invention: 5281');
    const same = await say(['audit', folder]);
    expect(same.error).toMatch(/data\/xiamen\/2022\.yaml.*AUDIT_INPUTS_CHANGED/);
    expect(same.error).toMatch(/compared with the number ledger only\nThe numbers agree/);
    expect(same.code).toBe(0);
    await damage((parts) => {
      for (const [name, part] of parts)
        if (typeof part === 'string') parts.set(name, part.replaceAll(/(?<![\d.])5274(?![\d.])/g, '5247'));
    });
    const other = await say(['audit', folder]);
    expect(other.error).toMatch(/creation\.patent\.granted\.invention\) 5274件 is missing AUDIT_MISSING/);
    expect(other.code).toBe(1);
  });

  it('names a file that is not there', async () => {
    await rm(join(folder, 'xiamen-2022.docx'));
    const { code, error } = await say(['audit', folder]);
    expect(error).toMatch(/xiamen-2022\.docx is missing AUDIT_FILE_MISSING/);
    expect(code).toBe(1);
  });

  it.each([[['audit']], [['audit', 'no/such/folder']], [['audit', 'data']]])(
    '%j is a usage error',
    async (argv) => {
      expect((await say(argv)).code).toBe(2);
    },
  );
});
