import { mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matches } from '../../src/check/rules/pattern.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { limits } from '../../src/diagnostics/limits.ts';
import { createHost } from '../../src/host.ts';
import { parseYaml } from '../../src/load/yaml-file.ts';
import { borrowCopy } from '../borrow-copy.ts';
import { runChanged, runProject } from '../examine-project.ts';
import type { ChangeableProject } from '../project-copy.ts';

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
    const keys = Array.from({ length: 40_000 }, (_, index) => `k${String(index)}: 1`);
    const diagnostics = new Diagnostics('en');
    expect(parseYaml(keys.join('\n'), 'data/x.yaml', diagnostics)).toBeDefined();
    parseYaml([...keys, 'k7: 2'].join('\n'), 'data/x.yaml', diagnostics);
    expect(diagnostics.all.map(({ code, line }) => [code, line])).toEqual([['YAML_DUPLICATE_KEY', 40_001]]);
  });

  it('a pattern of many stars', () => {
    expect(matches(`${'*a'.repeat(40)}b`, 'a'.repeat(200))).toBe(false);
    expect(matches('creation.*.cumulative', 'creation.patent.x.cumulative')).toBe(true);
    expect(matches('*.share', 'share')).toBe(false);
    expect(matches('a*a', 'a')).toBe(false);
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
