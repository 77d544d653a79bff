import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { createHost } from '../../src/host.ts';
import { pack } from '../../src/render/docx/package/zip.ts';
import type { Inputs } from '../../src/validate/index.ts';
import { readOlderEdition, type OlderDocx } from '../../src/write/older-edition.ts';
import { sha256 } from '../../src/cache/digest.ts';

const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const docx = pack(
  new Map([
    [
      '[Content_Types].xml',
      `<Types><Override PartName="/word/document.xml" ContentType="${documentType}"/></Types>`,
    ],
    ['word/document.xml', '<w:document><w:body/></w:document>'],
  ]),
);

/** As far as an edition is recognised by them. */
const inputs = {
  region: { id: 'sample-city' },
  period: '2025',
  request: { period: '2025' },
  language: 'zh-CN',
  theme: { id: 'whitepaper' },
} as unknown as Inputs;

const manifest = (period = '2025', bytes = docx): string =>
  JSON.stringify({
    ...{ report: { region: 'sample-city', period }, tool: {}, inputs: {}, records: {} },
    outputs: { 'sample-city-2025.docx': { sha256: sha256(bytes) } },
  });

describe('readOlderEdition', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'whitepaper-older-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function lay(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
    await mkdir(join(root, folder), { recursive: true });
    for (const [name, content] of Object.entries(files)) await writeFile(join(root, folder, name), content);
  }

  async function read(
    folder: string,
    given: { optional?: boolean; inputs?: Inputs } = {},
  ): Promise<{ found: OlderDocx | undefined; problems: string[] }> {
    const diagnostics = new Diagnostics('en');
    const from = { folder, optional: given.optional ?? false };
    const found = await readOlderEdition(from, given.inputs ?? inputs, createHost(root), diagnostics);
    return { found, problems: diagnostics.all.map(({ code, severity }) => `${severity} ${code}`) };
  }

  it.each(['old', 'old/sample-city-2025'])('finds a build in %s', async (folder) => {
    await lay('old/sample-city-2025', { 'manifest.json': manifest(), 'sample-city-2025.docx': docx });
    const { found, problems } = await read(folder);
    expect(found?.folder).toBe('old/sample-city-2025');
    expect(problems).toEqual([]);
  });

  it('says that there is no such folder, and that there is no such theme in it', async () => {
    await lay('old', { 'manifest.json': manifest(), 'sample-city-2025.docx': docx });
    expect((await read('nowhere')).problems).toEqual(['error CHANGES_NOT_FOUND']);
    const other = { ...inputs, theme: { id: 'gongwen' } } as unknown as Inputs;
    expect((await read('old', { inputs: other })).problems).toEqual(['error CHANGES_NOT_FOUND']);
  });

  it('only warns of a report that is new when all are built', async () => {
    await lay('old/sample-city-2024', { 'manifest.json': manifest('2024') });
    expect((await read('old', { optional: true })).problems).toEqual(['warning CHANGES_NOT_FOUND']);
    expect((await read('nowhere', { optional: true })).problems).toEqual(['error CHANGES_NOT_FOUND']);
  });

  it('refuses another report, a build without a DOCX, and a broken DOCX or manifest', async () => {
    await lay('other', { 'manifest.json': manifest('2024'), 'sample-city-2025.docx': docx });
    await lay('pdf-only', { 'manifest.json': manifest() });
    await lay('broken', { 'manifest.json': manifest(), 'sample-city-2025.docx': docx.slice(0, 60) });
    await lay('torn', { 'manifest.json': '{', 'sample-city-2025.docx': docx });
    expect((await read('other')).problems).toEqual(['error CHANGES_OTHER_REPORT']);
    expect((await read('pdf-only')).problems).toEqual(['error CHANGES_FILE_MISSING']);
    expect((await read('broken')).problems).toEqual(['error DOCX_DAMAGED']);
    expect((await read('torn')).problems).toEqual(['error CHANGES_NOT_FOUND']);
  });

  it('says when somebody edited the file since', async () => {
    await lay('old', { 'manifest.json': manifest('2025', Uint8Array.of(1)), 'sample-city-2025.docx': docx });
    const { found, problems } = await read('old');
    expect(found).toBeDefined();
    expect(problems).toEqual(['warning CHANGES_EDITED']);
  });
});
