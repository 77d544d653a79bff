import { mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inTime, OutOfTime } from '../../src/charts/in-time.ts';
import { matches } from '../../src/check/rules/pattern.ts';
import { markupExcess } from '../../src/compose/markup-size.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { limits, type LimitName } from '../../src/diagnostics/limits.ts';
import { createHost } from '../../src/host.ts';
import { parseYaml } from '../../src/load/yaml-file.ts';
import { cellsOfRange } from '../../src/render/docx/lint/workbook.ts';
import { ZipBroken } from '../../src/render/docx/package/zip-entries.ts';
import { unpack } from '../../src/render/docx/package/zip.ts';
import { borrowCopy } from '../borrow-copy.ts';
import { runChanged, runProject } from '../examine-project.ts';
import type { ChangeableProject } from '../project-copy.ts';
import { png } from '../theme-files.ts';

const report = 'data/xiamen/2022.yaml';
const colophon = 'templates/sections/colophon.hbs';
const chart = 'templates/charts/patent-grants.vl.yaml';

/** Errors as `CODE file:line`. */
async function errorsOf(change: (copy: ChangeableProject) => Promise<void>, draw = false): Promise<string[]> {
  const { diagnostics } = await runChanged(change, { draw });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return errors.map(({ code, file, line }) => `${code} ${file ?? ''}:${String(line)}`);
}

describe('what goes on without end is stopped, and told where', () => {
  const inColophon = (text: string) => (copy: ChangeableProject) =>
    copy.write(colophon, `<section data-part="colophon">${text}</section>`);

  it('a template that includes itself three times', async () => {
    const found = await errorsOf(inColophon('{{> sections/colophon}}'.repeat(3)));
    expect(found).toEqual([`TEMPLATE_SYNTAX ${colophon}:1`]);
  });

  it('elements in elements, closed or not', async () => {
    const open = '<span>'.repeat(limits.depth);
    for (const text of [`<p>${open}x${'</span>'.repeat(limits.depth)}</p>`, `<p>${open}x</p>`, '<p><span></p>'.repeat(200)])
      expect(await errorsOf(inColophon(text))).toEqual([`LIMIT_EXCEEDED ${colophon}:1`]);
    // What HTML lets authors leave open does not add up.
    expect(markupExcess('<table><tr><td>x<tr><td>x'.padEnd(8000, '<tr><td>x'))).toBeUndefined();
    expect(markupExcess('<ul>'.padEnd(8000, '<li>x<br>'))).toBeUndefined();
  }); // prettier-ignore

  it('loops in loops', async () => {
    const loops = `{{#each @root.targets}}`.repeat(12) + '{{/each}}'.repeat(12);
    expect(await errorsOf(inColophon(loops))).toEqual(['LIMIT_EXCEEDED templates/reports/white-paper.hbs:1']);
  });

  it.each([
    ['LIMIT_EXCEEDED', '  - { aggregate: [{ op: count, as: n }], groupby: [label], step: 1.0e-9 }'],
    ['CHART_SPEC', "  - { calculate: 'length(sequence(datum.value * 1000000))', as: n }"],
    ['CHART_SPEC', "  - { calculate: 'now()', as: n }"],
    ['CHART_SPEC', '  - { density: value, steps: 1000, as: [n, m] }'],
  ])('a chart that asks for too much: %s', async (code, transform) => {
    const put = (copy: ChangeableProject): Promise<void> => copy.edit(chart, 'spec:\n', `spec:\n  transform:\n  ${transform}\n`); // prettier-ignore
    const found = await errorsOf(put, true);
    expect(found.some((error) => error.startsWith(`${code} ${chart}:`))).toBe(true);
  });

  it('a text too long for any page', async () => {
    const found = await errorsOf((copy) => copy.edit(report, 'title: 知识产权宣传咨询活动', `title: ${'字'.repeat(limits.text + 1)}`)); // prettier-ignore
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^LIMIT_EXCEEDED data\/xiamen\/2022\.yaml:\d+$/);
  });

  it.each([
    ['values', '- a\n'.repeat(limits.nodes)],
    ['levels', Array.from({ length: 200 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ])('a YAML file of too many %s', (_, text) => {
    const diagnostics = new Diagnostics('en');
    expect(parseYaml(text, 'data/x.yaml', diagnostics)).toBeUndefined();
    expect(diagnostics.all.map(({ code, line }) => [code, line !== undefined])).toEqual([
      ['LIMIT_EXCEEDED', true],
    ]);
  });

  it('tens of thousands of keys, each once and one twice', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${String(index)}: 1`);
    const diagnostics = new Diagnostics('en');
    expect(parseYaml(keys.join('\n'), 'data/x.yaml', diagnostics)).toBeDefined();
    parseYaml([...keys, 'k7: 2'].join('\n'), 'data/x.yaml', diagnostics);
    expect(diagnostics.all.map(({ code, line }) => [code, line])).toEqual([['YAML_DUPLICATE_KEY', 20_001]]);
  });

  it('a pattern of many stars', () => {
    expect(matches(`${'*a'.repeat(40)}b`, 'a'.repeat(200))).toBe(false);
    expect(matches('creation.*.cumulative', 'creation.patent.x.cumulative')).toBe(true);
    expect(matches('*.share', 'share')).toBe(false);
    expect(matches('a*a', 'a')).toBe(false);
  });
});

/** Run with a limit no test could reach in its time set lower. */
async function lowered<Result>(name: LimitName, value: number, run: () => Promise<Result>): Promise<Result> {
  const changeable: Record<LimitName, number> = limits;
  const usual = limits[name];
  changeable[name] = value;
  try {
    return await run();
  } finally {
    changeable[name] = usual;
  }
}

describe('more of everything than a report can have', () => {
  const nothing = (): Promise<void> => Promise.resolve();

  it.each<[LimitName, number, string]>([
    ['figures', 5, 'LIMIT_EXCEEDED data/'],
    ['charts', 1, 'LIMIT_EXCEEDED templates/sections/'],
    ['rounds', 3, 'LIMIT_EXCEEDED templates/reports/'],
    ['elements', 300, 'LIMIT_EXCEEDED templates/'],
    ['output', 300, 'LIMIT_EXCEEDED templates/reports/'],
    ['inputs', 0, 'LIMIT_EXCEEDED data/regions.yaml:1'],
  ])('%s', async (name, value, expected) => {
    const found = await lowered(name, value, () => errorsOf(nothing));
    expect(found.filter((error) => error.startsWith(expected))).not.toEqual([]);
    expect(found.filter((error) => error.includes('undefined'))).toEqual([]);
  });

  it('pixels a picture says it has', async () => {
    const theme = 'templates/themes/bureau';
    const vast = Uint8Array.from(png);
    new DataView(vast.buffer).setUint32(16, 200_000);
    new DataView(vast.buffer).setUint32(20, 200_000);
    const { diagnostics } = await runChanged(
      async (copy) => {
        await copy.write(`${theme}/emblem.png`, vast);
        await copy.write(
          `${theme}/theme.yaml`,
          'extends: whitepaper\nname: { zh: 本局, en: Bureau }\ncover: { emblem: emblem.png }\n',
        );
      },
      { theme: 'bureau' },
    );
    expect(diagnostics.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['LIMIT_EXCEEDED', `${theme}/theme.yaml`, 3],
    ]);
  });

  it('blocks in blocks of a template', async () => {
    const found = await errorsOf((copy) => copy.write(colophon, '\n{{#if report}}'.repeat(5000)));
    expect(found).toEqual([`LIMIT_EXCEEDED ${colophon}:${String(limits.depth + 2)}`]);
  });

  it('rows that transforms make of rows', async () => {
    const step = "  - { calculate: 'sequence(999)', as: n }\n  - { flatten: [n] }\n";
    const put = (copy: ChangeableProject): Promise<void> => copy.edit(chart, 'spec:\n', `spec:\n  transform:\n${step.repeat(3)}`); // prettier-ignore
    expect(await errorsOf(put, true)).toEqual([expect.stringMatching(`^LIMIT_EXCEEDED ${chart}:`)]);
  });

  it('time a chart may take: what never gives its turn back is ended', () => {
    expect(() => inTime(() => /^(?:a+)+$/.test(`${'a'.repeat(60)}!`), 0.1)).toThrow(OutOfTime);
    expect(inTime(() => 'done')).toBe('done');
  });

  it('what an archive unpacks to, whatever it says', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(65 * 1024 ** 2) }, { level: 1 });
    expect(() => unpack(bomb)).toThrow(ZipBroken);
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    const directory = bomb.length - 22 - 46 - 'word/document.xml'.length;
    view.setUint32(directory + 24, 10, true);
    expect(() => unpack(bomb)).toThrow(ZipBroken);
    view.setUint32(directory + 24, 0xfffffff0, true);
    expect(() => unpack(bomb)).toThrow(ZipBroken);
  });

  it('cells a chart of a document names', () => {
    expect(cellsOfRange('Sheet1!$B$2:$B$4')).toEqual(['B2', 'B3', 'B4']);
    for (const range of [
      'A!$A$1:$A$99999999',
      'A!$A$1:$ZZZZZZ$2',
      `A!$A$1:$${'A'.repeat(900)}$${'9'.repeat(900)}`,
    ])
      expect(cellsOfRange(range)).toEqual([]);
  });
});

describe('links and files that are none of the project’s', () => {
  it('a data file, a folder and a picture that lead out of it are refused', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'whitepaper-outside-'));
    writeFileSync(join(outside, '2018.yaml'), 'narrative: { creation: { lead: 秘密 } }\n');
    try {
      await borrowCopy(
        () => Promise.resolve(),
        async ({ root }) => {
          const link = join(root, 'data/xiamen/2018.yaml');
          symlinkSync(join(outside, '2018.yaml'), link);
          const { diagnostics } = await runProject(root);
          unlinkSync(link);
          expect(diagnostics.map(({ code, file }) => `${code} ${file ?? ''}`)).toEqual(['FILE_OUTSIDE data/xiamen/2018.yaml']); // prettier-ignore
          const folder = join(root, 'data/linked');
          symlinkSync(outside, folder);
          await expect(createHost(root).readText('data/linked/2018.yaml')).rejects.toThrow('outside');
          await expect(createHost(root).readBytes('data/linked/2018.yaml')).rejects.toThrow('outside');
          unlinkSync(folder);
        },
      );
    } finally {
      rmSync(outside, { recursive: true });
    }
  });
});

describe('messages', () => {
  it('show no control character and no turned direction, and cut what is long', () => {
    const diagnostics = new Diagnostics('en');
    diagnostics.report('KEY_UNKNOWN', { name: `\u001b[2J\u202e${'x'.repeat(5000)}`, candidates: [] });
    const [found] = diagnostics.all;
    expect(found!.message).toContain('␛[2J[U+202E]');
    expect(found!.message.length).toBeLessThan(1000);
  });
});
