import { expect, it } from 'vitest';
import { Exact } from '../../src/derive/decimal.ts';
import { runProject } from '../examine-project.ts';

const { examined, composed } = await runProject();
const { inputs, facts } = examined!;
const digest = inputs.ledgers.get('xiamen-2022-digest')!.content.figures;
const own = [...facts.figures.values()].filter(
  ({ writtenIn, provenance }) => writtenIn === '2022' && provenance.formula === undefined,
);

it('the digest has 106 figures, each once', () => {
  expect(digest).toHaveLength(106);
  expect(new Set(digest.map(({ id }) => id)).size).toBe(106);
});

it.each(digest.map((entry) => [entry.id, entry] as const))(
  '%s is in the data as the digest has it',
  (id, entry) => {
    const figure = facts.figures.get(`xiamen/${String(entry.period)}/${id}`);
    expect(figure).toBeDefined();
    expect(new Exact(figure!.value).equals(entry.value), figure!.value).toBe(true);
    expect(figure).toMatchObject({
      unit: entry.unit,
      writtenIn: '2022',
      provenance: { source: 'xiamen-2022-digest', sourceLine: entry.line, locator: entry.at },
    });
    expect(figure!.qualifier).toBe(entry.qualifier);
    expect(composed!.document.figures[figure!.key]?.value).toBe(figure!.value);
  },
);

it('the data have no figure of the digest that the digest has not', () => {
  expect(own.map(({ indicator }) => indicator).sort()).toEqual(digest.map(({ id }) => id).sort());
});
