import { h } from 'hastscript';
import { beforeAll, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.ts';
import { lintDocx } from '../../../src/render/docx/lint.ts';
import { toPng } from '../../../src/charts/rasterize.ts';
import { MakerThread } from '../../../src/make/maker-thread.ts';
import { renderDocx } from '../../../src/render/docx/render-docx.ts';
import { findElement, findElements } from '../../../src/render/docx/xml.ts';
import { sampleDocument } from '../sample-document.ts';
import {
  host,
  render,
  sampleTheme,
  shown,
  shownWithNumbers,
  squeezed,
  text,
  treeText,
  withTree,
  xml,
  type Rendered,
} from './sample-docx.ts';
import { validate } from '../../open-xml-sdk.ts';

const report = sampleDocument();
let docx: Rendered;

beforeAll(async () => {
  docx = await render();
}, 60_000);

describe('renderDocx', () => {
  it('makes a file the Open XML SDK finds nothing wrong with', async () => {
    expect(await validate(docx.bytes, 'docx', 'Microsoft365')).toEqual([]);
  }, 60_000);

  it('passes its own lint', () => {
    expect(lintDocx(docx.bytes)).toEqual([]);
  });

  it('says what the tree says, in the same order', () => {
    const body = xml(docx.parts, 'word/document.xml');
    const contents = findElement(body, 'w:sdt');
    const listed = contents ? shown(contents) : '';
    expect(squeezed(shownWithNumbers(docx.parts)).replace(squeezed(listed), '')).toBe(
      squeezed(treeText(report.tree)),
    );
  });

  it('gives the same bytes twice in one process and in another thread', async () => {
    const again = await render(report);
    expect(Buffer.compare(again.bytes, docx.bytes)).toBe(0);
    const thread = new MakerThread(host);
    const job = { document: report, theme: await sampleTheme(), keeps: true, audits: false };
    const elsewhere = (await thread.make('docx', job)).file!;
    await thread.close();
    const tools = { host, rasterize: (svg: string) => toPng(svg), diagnostics: new Diagnostics() };
    const here = await renderDocx(report, await sampleTheme(), tools);
    expect(Buffer.compare(elsewhere.bytes, here.bytes)).toBe(0);
    expect(elsewhere.pages).toBe(here.pages);
  }, 60_000);

  it('bears one date, that of the document, and nothing of this machine', () => {
    const core = text(docx.parts, 'docProps/core.xml');
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)).toEqual(['2023-04-26T00:00:00Z', '2023-04-26T00:00:00Z']);
    for (const [name, part] of docx.parts) {
      if (typeof part === 'string') expect(part, name).not.toMatch(/rId(?!\d+")[a-z0-9_-]+"/);
    }
  });

  it('tells title, issuer, keywords and language', () => {
    const core = text(docx.parts, 'docProps/core.xml');
    for (const value of [
      report.meta.title,
      report.meta.issuer,
      report.meta.subject,
      '知识产权；白皮书',
      '<dc:language>zh-CN<',
    ]) {
      expect(core).toContain(value);
    }
    const defaults = findElement(xml(docx.parts, 'word/styles.xml'), 'w:docDefaults');
    expect(defaults && findElement(defaults, 'w:lang')?.attributes).toEqual({
      'w:val': 'en-US',
      'w:eastAsia': 'zh-CN',
    });
  });

  it('names a Chinese font in all four attributes of every style that names one', () => {
    const fonts = findElements(xml(docx.parts, 'word/styles.xml'), 'w:rFonts');
    expect(fonts.length).toBeGreaterThan(40);
    for (const { attributes } of fonts) {
      const names = ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'].map((name) => attributes[name]);
      expect(new Set(names).size).toBe(1);
      expect(['宋体', '微软雅黑']).toContain(names[0]);
    }
  });

  it('refuses an element outside the vocabulary instead of losing its text', async () => {
    const tree = h(null, h('section', { dataPart: 'chapter', id: 'x' }, h('blockquote', '引文')));
    await expect(render(withTree(tree))).rejects.toThrow('no handler for <blockquote>');
  });

  it('refuses a chart whose drawing is missing', async () => {
    const chart = h('figure', { dataPart: 'chart', dataChart: 'absent' });
    const tree = h(null, h('section', { dataPart: 'chapter', id: 'x' }, chart));
    await expect(render(withTree(tree))).rejects.toThrow('absent');
  });
});
