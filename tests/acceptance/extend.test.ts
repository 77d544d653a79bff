import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../../src/document/visit.ts';
import { expect, it } from 'vitest';
import { runChanged } from '../examine-project.ts';
import type { ChangeableProject } from '../project-copy.ts';

/** A copy that counts the files that are changed in it. */
function counted(copy: ChangeableProject, touched: Set<string>): ChangeableProject {
  return {
    ...copy,
    edit: (file, from, to) => copy.edit(file, from, (touched.add(file), to)),
    write: (file, text) => copy.write(file, (touched.add(file), text)),
  };
}

const spec = `message: 三种专利授权中，外观设计占{{share "creation.patent.granted.design" "creation.patent.granted.total"}}
title: '{{region}}{{year}}专利授权量，按种类（续）'
unit: 件
rows:
  - { figure: creation.patent.granted.design, label: 外观设计 }
height: 20
spec:
  mark: bar
  encoding:
    y: { field: label, type: nominal }
    x: { field: value, type: quantitative, axis: null }
`;

it('a chart is one file and one line', async () => {
  const touched = new Set<string>();
  const { diagnostics, composed } = await runChanged(
    async (plain) => {
      const copy = counted(plain, touched);
      await copy.write('templates/charts/designs.vl.yaml', spec);
      await copy.edit(
        'templates/sections/creation.hbs',
        '{{> blocks section="creation"}}',
        '{{chart "designs"}}\n{{> blocks section="creation"}}',
      );
    },
    { draw: false },
  );
  expect(touched.size).toBe(2);
  expect(diagnostics).toEqual([]);
  const figures: Element[] = [];
  visit(composed!.document.tree, 'element', (element) => {
    if (element.properties.id === 'fig-designs') figures.push(element);
  });
  expect(figures.map((figure) => toString(figure))).toEqual([
    expect.stringMatching(/^三种专利授权中，外观设计占20\.88%（测算）图 2-\d+　厦门市2022年专利授权量/),
  ]);
});

it('a section is one template and one line', async () => {
  const touched = new Set<string>();
  const { diagnostics, composed } = await runChanged(async (plain) => {
    const copy = counted(plain, touched);
    await copy.write(
      'templates/sections/designs.hbs',
      '<section data-part="chapter" id="designs"><h1>外观设计</h1><p>{{figure "creation.patent.granted.design"}}</p></section>\n',
    );
    await copy.edit(
      'templates/reports/white-paper.hbs',
      '{{> sections/utilization}}',
      '{{> sections/designs}}\n{{> sections/utilization}}',
    );
  });
  expect(touched.size).toBe(2);
  expect(diagnostics).toEqual([]);
  const text = toString(composed!.document.tree);
  expect(text).toContain('三、外观设计');
  expect(text).toContain('四、知识产权运用');
});
