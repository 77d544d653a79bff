import { toString } from 'hast-util-to-string';
import { expect, it } from 'vitest';
import { formatFigure } from '../../src/compose/format.ts';
import { Exact } from '../../src/derive/decimal.ts';
import { runProject } from '../examine-project.ts';
import { projectRoot } from '../project-copy.ts';

const source = 'quanzhou-2021-white-paper';
const { diagnostics, examined, composed } = await runProject(projectRoot, {
  region: 'quanzhou',
  period: '2021',
});
const { inputs, facts } = examined!;
const ledger = inputs.ledgers.get(source)!.content.figures;
const kept = ledger.filter(({ excused }) => excused === undefined);
const text = toString(composed!.document.tree);

it('a second city comes out of the same templates without a word of complaint', () => {
  expect(diagnostics).toEqual([]);
  expect(text).toContain('泉州市2021年知识产权白皮书');
  expect(text).not.toContain('厦门市2022年');
});

it('its source has 123 figures, of which one is excused with a reason', () => {
  expect(ledger).toHaveLength(123);
  expect(ledger.length - kept.length).toBe(1);
});

it.each(kept.map((entry) => [entry.id, entry] as const))(
  '%s stands in the data and in print as the source has it',
  (id, entry) => {
    const figure = facts.figures.get(`quanzhou/${String(entry.period)}/${id}`)!;
    expect(new Exact(figure.value).equals(entry.value), figure.value).toBe(true);
    expect(figure).toMatchObject({ unit: entry.unit, provenance: { source, sourceLine: entry.line } });
    expect(figure.qualifier).toBe(entry.qualifier);
    expect(composed!.document.figures[figure.key]).toBeDefined();
    expect(text).toContain(formatFigure(figure, inputs.units).text);
  },
);
