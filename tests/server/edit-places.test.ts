import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Draft } from '../../src/server/build-preview.ts';
import { editable, editsIn } from '../../src/server/edit/editable.ts';
import { readTyped } from '../../src/server/edit/read-typed.ts';
import { applyEdits } from '../../src/readback/yaml-edits.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { createHost } from '../../src/host.ts';
import { listReports } from '../../src/load/list-reports.ts';
import { parseYaml } from '../../src/load/yaml-file.ts';
import type { Figure } from '../../src/derive/figure.ts';
import { runProject } from '../examine-project.ts';
import { projectRoot } from '../project-copy.ts';

/** A draft of one report as far as editing looks at it. */
async function draftOf(region: string | undefined, period: string): Promise<Draft> {
  const { examined, composed } = await runProject(projectRoot, {
    period,
    ...(region !== undefined && { region }),
  });
  if (!examined || !composed) throw new Error(`${period} is not in order`);
  const names = new Set([...examined.facts.figures.values()].map(({ place }) => place.file));
  const files = new Map<string, string>();
  for (const name of names) files.set(name, await readFile(join(projectRoot, name), 'utf8'));
  return { examined, document: { ...composed.document, drawings: {} }, files };
}

const stated = ({ examined }: Draft): Figure[] =>
  [...examined.facts.figures.values()].filter(({ provenance }) => provenance.formula === undefined);

/** Where the characters of a figure's value are, found without the editing code. */
function spanOf({ place, value }: Figure, text: string): [from: number, to: number] {
  const above = text.split('\n').slice(0, place.line - 1);
  const from = above.join('\n').length + Math.min(above.length, 1) + place.column - 1;
  return [from, from + value.length];
}

const reports = await listReports(createHost(projectRoot), new Diagnostics());

test('there are reports to edit', () => {
  expect(reports.length).toBeGreaterThanOrEqual(5);
});

describe.each(reports)('$region $period', ({ region, period }) => {
  let draft: Draft;
  beforeAll(async () => {
    draft = await draftOf(region, period);
  });

  test('every figure is changed in its own characters and nowhere else, and back', () => {
    const figures = stated(draft);
    const fixed = figures.filter((figure) => 'why' in editable(figure, draft));
    expect(fixed.map(({ key }) => key)).toEqual([]);
    for (const [index, figure] of figures.entries()) {
      const text = textIn(draft, figure.place.file);
      const [from, to] = spanOf(figure, text);
      const next = { ...figure, value: `${figure.value === '7' ? '' : '7'}${String(index)}.5` };
      const edits = editsIn(text, figure, next);
      const after = applyEdits(text, edits ?? []);
      expect(after).toBe(text.slice(0, from) + next.value + text.slice(to));
      // Each text is read anew for it, which takes a moment.
      if (index % 12 > 0) continue;
      const back = editsIn(after ?? '', { ...figure, value: next.value }, figure);
      expect(applyEdits(after ?? '', back ?? [])).toBe(text);
    }
  });

  test('line breaks of Windows and a byte order mark stay as they are', () => {
    for (const figure of stated(draft).filter((_, index) => index % 20 === 0)) {
      const text = textIn(draft, figure.place.file);
      const foreign = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
      const next = { ...figure, value: '31415' };
      const plain = applyEdits(text, editsIn(text, figure, next) ?? []) ?? '';
      const edited = applyEdits(foreign, editsIn(foreign, figure, next) ?? []);
      expect(edited).toBe(`\uFEFF${plain.replaceAll('\n', '\r\n')}`);
    }
  });

  test('a status is written into the long form, which is made where there is none', () => {
    const changed = stated(draft)
      .filter((figure) => 'status' in editable(figure, draft))
      .filter((_, index) => index % 25 === 0);
    for (const figure of changed) {
      const text = textIn(draft, figure.place.file);
      const status = figure.status === 'final' ? 'provisional' : 'final';
      const after = applyEdits(text, editsIn(text, figure, { ...figure, value: '8', status }) ?? []) ?? '';
      const diagnostics = new Diagnostics();
      const yaml = parseYaml(after, figure.place.file, diagnostics);
      expect(diagnostics.all).toEqual([]);
      const entry = JSON.stringify(yaml?.value);
      const before = JSON.stringify(parseYaml(text, figure.place.file, diagnostics)?.value);
      const count = (json: string, part: string): number => json.split(part).length;
      expect(count(entry, `"status":"${status}"`)).toBe(count(before, `"status":"${status}"`) + 1);
      // All lines but the value's, and one of its own below it, are as they were.
      const rest = after.split('\n').filter((_, index) => index !== figure.place.line - 1);
      const old = text.split('\n').filter((_, index) => index !== figure.place.line - 1);
      expect(old.every((line) => rest.includes(line) || line.includes('status:'))).toBe(true);
      expect(rest.length - old.length).toBeLessThanOrEqual(1);
    }
  });
});

describe('what is typed', () => {
  const units = {
    件: { dimension: '件', scale: 1, en: '' },
    万件: { dimension: '件', scale: 1e4, suffix: '件', en: '' },
  };
  const figure = { value: '5274', unit: '件', kind: 'flow', status: 'final' } as Figure;

  test.each([
    ['5275', '5275'],
    [' ５，２７５ ', '5275'],
    ['5,275', '5275'],
    ['5275件', '5275'],
    ['−12.50', '-12.50'],
    ['115.40', '115.40'],
    ['1 234 567.5', '1234567.5'],
    ['5275 件', '5275'],
    ['− 5', '-5'],
    ['9'.repeat(30), '9'.repeat(30)],
  ])('%s is %s', (typed, value) => {
    expect(readTyped(typed, figure, units)).toBe(value);
  });

  test.each([
    '',
    '五千',
    '5.275万件',
    '5,27',
    '1e3',
    '007',
    '-0',
    '0x10',
    '5275家',
    '5 % #',
    '5: {a: 1}',
    '.5',
    '5.',
    '1234,567',
    '1234,567件',
    '0.1,234',
    '52 74',
    '1 2件',
    '5274²',
    '5274①',
    '5\n6',
    '5\u200B275',
    '\u202E5275',
    '５～６',
    '-0件',
  ])('%s is no number to be written', (typed) => {
    expect(readTyped(typed, figure, units)).toBeUndefined();
  });

  test('the unit is understood as it is stored and as it is printed, and so is the figure’s qualifier', () => {
    const known = { ...units, '件/万人': { dimension: 'density', scale: 1, printed: '件', en: '' } };
    const read = (typed: string, more: Partial<Figure>): string | undefined =>
      readTyped(typed, { ...figure, ...more }, known);
    expect(['20.9件/万人', '20.9件'].map((typed) => read(typed, { unit: '件/万人' }))).toEqual([
      '20.9',
      '20.9',
    ]);
    expect(['近8000件', '8000', '约8000件'].map((typed) => read(typed, { qualifier: '近' }))).toEqual(['8000', '8000', undefined]); // prettier-ignore
    expect(['22', '22件', '9～22件'].map((typed) => read(typed, { value: '9', to: '20' }))).toEqual(['22', '22', undefined]); // prettier-ignore
  });
});

function textIn(draft: Draft, file: string): string {
  const text = draft.files.get(file);
  if (typeof text !== 'string') throw new Error(`${file} was not read`);
  return text;
}
