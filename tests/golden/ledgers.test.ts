import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../../src/document/visit.ts';
import { describe, expect, it } from 'vitest';
import { formatFigure } from '../../src/compose/format.ts';
import { Exact } from '../../src/derive/decimal.ts';
import { runProject, type Outcome } from '../examine-project.ts';
import { projectRoot } from '../project-copy.ts';

/** Every source document, the report made of it, its number of figures, and how many of them no report prints. */
const sources = [
  { source: 'xiamen-2022-digest', region: 'xiamen', period: '2022', figures: 106, excused: 0 },
  { source: 'xiamen-plan-2022-2025', region: 'xiamen', period: '2022-2025', figures: 20, excused: 0 },
  { source: 'quanzhou-2021-white-paper', region: 'quanzhou', period: '2021', figures: 123, excused: 1 },
  { source: 'xiamen-2017-summary', region: 'xiamen', period: '2017', figures: 83, excused: 9 },
  { source: 'ningbo-report-2021', region: 'ningbo', period: '2020', figures: 142, excused: 0 },
] as const;

/** The errors of the sources themselves, which the data keep with a reason. */
const waived = [
  'ratio xiamen/2022/protection.court.mediated_or_withdrawn.rate 65.54% 65.55% truncated',
  'ratio ningbo/2018-2020/protection.court.new.civil.share 80.9% 81.0% truncated',
  'cagr ningbo/2018-2020/creation.patent.per_hitech_firm.cagr 14.5% 22.5% years',
  'soft-base ningbo/2020/creation.trademark.in_force.yoy 47.03%',
  'soft-base ningbo/2021-ytd/utilization.pledge.amount.yoy 453.15%',
];

/** What stands in the finished tree under each figure's key, and what the charts were given. */
function printedTexts({ composed }: Outcome): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  const add = (key: string, text: string): void => void texts.set(key, [...(texts.get(key) ?? []), text]);
  visit(composed!.document.tree, 'element', (element: Element) => {
    const key = element.properties.dataFigure;
    if (typeof key === 'string') add(key, toString(element));
  });
  for (const { rows } of composed!.requests) for (const { figure, text } of rows) add(figure, text);
  return texts;
}

describe.each(sources)('the figures of $source', ({ source, region, period, figures, excused }) => {
  let outcome: Outcome;
  let texts: Map<string, string[]>;
  it('come out of the common templates as a report, without a word of complaint', async () => {
    outcome = await runProject(projectRoot, { region, period });
    texts = printedTexts(outcome);
    expect(outcome.diagnostics).toEqual([]);
  });

  it('break the rules only where the source does, and say why they stay', () => {
    const broken = outcome.examined!.checks.filter(
      ({ verdict }) => verdict !== 'holds' && verdict !== 'not-checkable',
    );
    expect(broken.map(({ verdict }) => verdict)).toEqual(broken.map(() => 'waived'));
    expect(
      broken.map(({ rule, figure, stated, computed, cause }) =>
        [rule, figure, stated, computed, cause?.kind].filter(Boolean).join(' '),
      ),
    ).toEqual(waived.filter((line) => line.includes(` ${region}/`)));
    for (const { waiver } of broken) expect(waiver?.reason).toMatch(/来源/);
  });

  it(`are ${String(figures)}, of which ${String(excused)} are excused, each with a reason`, () => {
    const ledger = outcome.examined!.inputs.ledgers.get(source)!.content.figures;
    expect(ledger).toHaveLength(figures);
    expect(ledger.filter((entry) => entry.excused !== undefined)).toHaveLength(excused);
  });

  it('each stand in the data as the source has them, and in print', () => {
    const { inputs, facts } = outcome.examined!;
    const wrong = inputs.ledgers.get(source)!.content.figures.flatMap((entry) => {
      if (entry.excused !== undefined) return [];
      const key = `${entry.region}/${String(entry.period)}/${entry.id}`;
      const figure = facts.figures.get(entry.as === 'target' ? `${key}#target` : key);
      if (!figure) return [`${key} is not in the data`];
      const { value, to, unit, qualifier, provenance } = figure;
      const isSame =
        new Exact(value).equals(entry.value) &&
        (to === undefined ? entry.to === undefined : new Exact(to).equals(entry.to ?? NaN)) &&
        unit === entry.unit &&
        qualifier === entry.qualifier &&
        provenance.source === source &&
        provenance.sourceLine === entry.line;
      if (!isSame) return [`${key} is ${value}${unit}, not ${String(entry.value)}${entry.unit}`];
      const { number } = formatFigure(figure, inputs.units);
      const printed = texts.get(figure.key) ?? [];
      if (!printed.some((text) => text.includes(number.replace(/[第位]/g, ''))))
        return [`${key} is not printed`];
      return [];
    });
    expect(wrong).toEqual([]);
  });

  it('that a source has once are in its ledger once', () => {
    const keys = outcome
      .examined!.inputs.ledgers.get(source)!
      .content.figures.map(({ id, region: of, period: at, as }) => [id, of, at, as].join());
    expect(new Set(keys).size).toBe(keys.length);
  });
});
