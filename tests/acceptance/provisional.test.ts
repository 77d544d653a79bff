import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toString } from 'hast-util-to-string';
import { expect, it } from 'vitest';
import { buildReport } from '../../src/pipeline.ts';
import { applyEdits, editsFor } from '../../src/readback/yaml-edits.ts';
import { OwnEngines } from '../../src/make/engines.ts';
import { quietRun, request, runProject } from '../examine-project.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { addSixthRegion } from '../sixth-region.ts';

const asked = { region: 'sample-city', period: '2023' };

/** Mark all figures of a file as provisional, as an officer does in winter; how many there are. */
async function makeProvisional(copy: ProjectCopy, file: string): Promise<number> {
  const text = await copy.read(file);
  const { examined } = await runProject(copy.root, asked);
  const stated = [...examined!.facts.figures.values()].filter(
    ({ place, provenance }) => place.file === file && provenance.formula === undefined,
  );
  const edits = stated.flatMap((figure) => editsFor(figure, { ...figure, status: 'provisional' }, text)!);
  await copy.write(file, applyEdits(text, edits)!);
  return stated.length;
}

it('a year of provisional figures beside final ones is fit to be printed, and every figure says so', async () => {
  const copy = await copyProject();
  const out = await mkdtemp(join(tmpdir(), 'whitepaper-out-'));
  const run = quietRun(copy.root);
  const engines = new OwnEngines(run.host);
  try {
    await addSixthRegion(copy);
    expect(await makeProvisional(copy, 'data/sample-city/2023.yaml')).toBe(13);
    // Words lost, numbers broken, texts on top of each other or beyond the page would be reported.
    await buildReport({ ...request, ...asked, formats: ['pdf', 'docx'], out, final: false }, run, engines);
    expect(run.diagnostics.all).toEqual([]);
    const { examined, composed } = await runProject(copy.root, asked);
    expect(examined!.facts.figures.get('sample-city/2023/creation.patent.granted.total')).toMatchObject({
      provenance: { formula: '3333 + 3030 + 303' },
      status: 'provisional',
    });
    expect(toString(composed!.document.tree)).toContain('全年专利、商标质押金额3.3亿元（初步数）。');
    const trend = composed!.requests.find(({ chart }) => chart === 'trend-pledge')!;
    expect(trend.rows.map(({ text }) => text)).toEqual(['1.1亿元', '2.2亿元', '3.3亿元（初步数）']);
    const court = composed!.requests.find(({ chart }) => chart === 'court-cases')!;
    expect(court.rows.map(({ text }) => text)).toEqual(['363件', '330件']);
    expect(court.alt).toContain('均为初步数');
  } finally {
    await engines.close();
    await copy.remove();
    await rm(out, { recursive: true, force: true });
  }
}, 60_000);
