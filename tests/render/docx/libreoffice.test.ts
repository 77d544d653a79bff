import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertInLibreOffice, missingPrograms, skipped } from '../../libreoffice.ts';
import { render } from './sample-docx.ts';

const why = skipped('DOCX in LibreOffice', missingPrograms('soffice', 'pdftotext'));

describe(`the DOCX in LibreOffice${why}`, () => {
  it.skipIf(why !== '')(
    'opens, has about as many pages as estimated, and shows its cover, folios and heads',
    async () => {
      const { bytes, pages } = await render();
      const folder = await mkdtemp(join(tmpdir(), 'whitepaper-docx-'));
      try {
        await writeFile(join(folder, 'sample.docx'), bytes);
        convertInLibreOffice([join(folder, 'sample.docx')], folder);
        const text = execFileSync('pdftotext', ['-layout', join(folder, 'sample.pdf'), '-'], {
          encoding: 'utf8',
        });
        const sheets = text.split('\f').slice(0, -1);
        expect(Math.abs(sheets.length - pages)).toBeLessThanOrEqual(1);
        expect(sheets[0]).toContain('样例');
        expect(sheets[1]?.trim()).toMatch(/i$/);
        expect(sheets[4]?.trim()).toMatch(/1$/);
        expect(sheets[5]).toMatch(/一、知识产权创造\s+示例市\s?2022\s?年知识产权白皮书/);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    180_000,
  );
});
