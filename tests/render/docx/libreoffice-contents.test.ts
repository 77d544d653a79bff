import { execFileSync } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../../src/render/docx/package/zip.ts';
import { builtReports } from '../../built-reports.ts';
import { readParagraphs } from './read-fields.ts';
import { hasProgram, squeezed } from './sample-docx.ts';

const missing = ['soffice', 'pdftotext'].filter((program) => !hasProgram(program));
if (missing.length > 0)
  process.stderr.write(
    `contents of the DOCX in LibreOffice: SKIPPED, not installed: ${missing.join(', ')}\n`,
  );

/** The pages LibreOffice makes of a file, as text without white space. */
async function pagesOf(path: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'whitepaper-contents-'));
  try {
    const docx = join(folder, 'report.docx');
    await copyFile(path, docx);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx], {
      stdio: 'ignore',
    });
    const text = execFileSync('pdftotext', ['-layout', join(folder, 'report.pdf'), '-'], {
      encoding: 'utf8',
    });
    return text.split('\f').slice(0, -1).map(squeezed);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe(`the contents in LibreOffice${missing.length > 0 ? ` (SKIPPED: no ${missing.join(', no ')})` : ''}`, () => {
  it.skipIf(missing.length > 0).each([
    ['xiamen-2022-2025', 'whitepaper'],
    ['xiamen-2022', 'gongwen'],
  ] as const)(
    'name the page each heading and caption of %s in %s is on, or the one beside it, by the numbers it shows itself',
    async (name, theme) => {
      const built = await builtReports(theme);
      const paragraphs = readParagraphs(unpack(await built.read(name, 'docx')));
      const pages = await pagesOf(built.path(name, 'docx'));
      const lines = paragraphs
        .filter(({ style }) => /^TOC\d|^TableOfFigures/.test(style))
        .map(({ text }) => text.split('\t'))
        .map(([title = '', page = '']) => ({ title: squeezed(title), page }))
        .filter(({ page }) => /^\d+$/.test(page));
      expect(lines.length).toBeGreaterThan(40);
      // The lists are the last thing before the front matter that has no numbers in it.
      const lists = pages.findLastIndex(
        (page) => page.includes(lines.at(-1)!.title) && page.includes('....'),
      );
      const body = pages.findIndex((page, index) => index > lists && page.includes(lines[0]!.title));
      for (const { title, page } of lines) {
        const found = pages.flatMap((text, index) =>
          index >= body && text.includes(title) ? [index - body + 1] : [],
        );
        const distance = Math.min(...found.map((at) => Math.abs(at - Number(page))));
        expect(
          distance,
          `${title} is said to be on ${page}, and is on ${found.join(', ')}`,
        ).toBeLessThanOrEqual(1);
      }
    },
    240_000,
  );
});
