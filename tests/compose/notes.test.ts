import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { partOf } from '../../src/compose/parse-tree.ts';
import { placeOf, runChanged, runProject } from '../examine-project.ts';
import { projectRoot } from '../project-copy.ts';

describe('notes', () => {
  it('are numbered where they are called and stand at the end of their chapter, linked', async () => {
    const { composed } = await runProject();
    const chapter = composed!.document.tree.children.find(
      (node) => node.type === 'element' && node.properties.id === 'protection',
    );
    if (chapter?.type !== 'element') throw new Error('no chapter');
    expect(toString(chapter)).toMatch(/公布的调撤率为65\.54%［注1］。/);
    const last = chapter.children.at(-1);
    if (last?.type !== 'element') throw new Error('no note');
    expect(partOf(last)).toBe('note');
    expect(last.properties.id).toBe('note-protection-1');
    expect(toString(last)).toMatch(/^［注1］ 公布的调撤率/);
  });

  it('print figures, which are figures there as anywhere', async () => {
    const { composed } = await runProject(projectRoot, { region: 'ningbo', period: '2020' });
    const text = toString(composed!.document.tree);
    expect(text).toContain('年均增幅为22.5%（测算）；来源所载');
    const key = 'ningbo/2020/creation.patent.per_hitech_firm#cagr@2018';
    expect(composed!.document.figures[key]).toMatchObject({
      value: '22.5',
      provenance: { formula: '（6.65 ÷ 4.43）^(1/2) − 1' },
    });
  });

  it('must not have numbers typed in', async () => {
    const file = 'data/xiamen/2022.yaml';
    const { diagnostics, read } = await runChanged((copy) =>
      copy.edit(file, '{{note "公布的调撤率', '{{note "公布的调撤率65.54%'),
    );
    const [error] = diagnostics.filter(({ code }) => code === 'LITERAL_NUMBER');
    expect(`${String(error?.line)}:${String(error?.column)}`).toBe(
      placeOf(read(file), '65.54%按所载件数计算'),
    );
  });

  it('cannot bring markup in', async () => {
    const file = 'data/xiamen/2022.yaml';
    const { composed, diagnostics } = await runChanged((copy) =>
      copy.edit(file, '{{note "公布的调撤率', `{{note "a &quot; ' & b 公布的调撤率`),
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = toString(composed!.document.tree);
    expect(text).toContain(`a &quot; ' & b 公布的调撤率`);
  });
});

describe('a chart placed twice', () => {
  it('is an error at the second place: links would lead to the first only', async () => {
    const file = 'templates/sections/services.hbs';
    const { diagnostics, read } = await runChanged((copy) =>
      copy.edit(file, '{{> blocks section="services"}}', '{{chart "patent-grants"}}'),
    );
    const [error] = diagnostics.filter(({ code }) => code === 'ID_TWICE');
    expect(error?.file).toBe(file);
    expect(`${String(error?.line)}:${String(error?.column)}`).toBe(
      placeOf(read(file), '{{chart "patent-grants"}}'),
    );
  });
});
