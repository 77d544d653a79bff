import { formatFigure } from '../../compose/format.ts';
import { figureKey, findFigure, findFigureOfReport, isOfReport, isYear } from '../../derive/facts.ts';
import type { Figure } from '../../derive/figure.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Examined } from '../../pipeline.ts';
import { sectionIds } from '../../validate/schema/catalogue.ts';

/** How far a figure is: as it will be published, to be confirmed (provisional or estimated), or not there at all. */
export type Filling = 'final' | 'provisional' | 'missing';

/** One figure that is there or should be. */
export interface FillingItem {
  readonly key: string;
  readonly name: string;
  readonly filling: Filling;
  /** As printed; absent when it is missing. */
  readonly printed?: string;
  /** Where it stands; of one that is missing, where the figure stands for whose sake it is expected. */
  readonly place: Place;
  /** Why one that is missing is expected: the figure of the report before, or the base of a target. */
  readonly expected?: { readonly key: string; readonly printed: string; readonly period: string };
}

export type FillingCounts = Readonly<Record<Filling, number>>;

/** Who is to be asked: a department, or for indicators without one the section they belong to. */
export interface FillingGroup {
  readonly id: string;
  readonly department?: { readonly zh: string; readonly en?: string | undefined };
  /** Name of the section, in the report's language. */
  readonly section?: string;
  readonly counts: FillingCounts;
  readonly items: readonly FillingItem[];
}

export interface FillingProgress {
  readonly period: string;
  /** Period of the report before of the same kind, where there is one. */
  readonly before?: string;
  readonly counts: FillingCounts;
  readonly groups: readonly FillingGroup[];
}

/**
 * What of a report's figures is there, and what is still to be asked for, of whom. Counted is what its own file states,
 * not what is computed from it. Expected beyond that is every figure the newest earlier report of the same kind states
 * of its own year, and this year's of every target of its plan that annual figures can be held against: what was
 * published once will be looked for again.
 */
export function fillingProgress({ inputs, facts }: Examined): FillingProgress {
  const stated = [...facts.figures.values()].filter(({ provenance }) => provenance.formula === undefined);
  const own = stated.filter((figure) => isOfReport(facts, figure));
  const before = reportBefore(inputs);
  /** By key: those that are missing, each with the one for whose sake it is expected. */
  const expected = new Map<string, Figure>();
  for (const figure of stated)
    if (figure.region === facts.region && figure.writtenIn === before && figure.period === before)
      if (!findFigureOfReport(facts, figure.indicator))
        expected.set(figureKey(facts.region, facts.period, figure.indicator), figure);
  for (const { indicator, base, comparable } of facts.targets.values())
    if (inputs.head.plan !== undefined && comparable && !findFigure(facts, indicator, facts.progressPeriod))
      expected.set(figureKey(facts.region, facts.progressPeriod, indicator), base);

  const print = (figure: Figure): string => formatFigure(figure, facts.units).text;
  const groups = new Map<string, FillingItem[]>();
  const add = (indicator: string, item: FillingItem): void => {
    const id = groupOf(inputs, indicator);
    const items = groups.get(id);
    if (items) items.push(item);
    else groups.set(id, [item]);
  };
  for (const figure of own) {
    const { key, name, place, status } = figure;
    const filling = status === 'provisional' || status === 'estimated' ? 'provisional' : 'final';
    add(figure.indicator, { key, name, filling, printed: print(figure), place });
  }
  for (const [key, figure] of expected)
    add(figure.indicator, {
      key,
      name: figure.name,
      filling: 'missing',
      place: figure.place,
      expected: { key: figure.key, printed: print(figure), period: figure.period },
    });
  return {
    period: facts.period,
    ...(before !== undefined && { before }),
    counts: count([...groups.values()].flat()),
    groups: inOrder(inputs, groups),
  };
}

/** Period of the newest earlier report of the same kind. */
function reportBefore({ data, head, period }: Examined['inputs']): string | undefined {
  const earlier = [...data].filter(
    ([other, { content }]) => isYear(other) && other < period && content.report?.kind === head.kind,
  );
  return earlier.map(([other]) => other).sort().at(-1); // prettier-ignore
}

/** Id of a department or, behind a dot that no such id has, of a section. */
function groupOf({ catalogue, departments }: Examined['inputs'], indicator: string): string {
  const named = departments.spellings.get(catalogue[indicator]?.department ?? '');
  return named?.id ?? `.${indicator.split('.')[0] ?? ''}`;
}

/** Departments in the order of their register, then sections in theirs. */
function inOrder(
  { departments, locale }: Examined['inputs'],
  groups: ReadonlyMap<string, readonly FillingItem[]>,
): FillingGroup[] {
  const registered = new Map([...departments.spellings.values()].map(({ id, name }) => [id, name]));
  return [...registered.keys(), ...sectionIds.map((section) => `.${section}`)].flatMap((id) => {
    const items = groups.get(id);
    if (!items) return [];
    const department = registered.get(id);
    const section = id.startsWith('.') ? locale.words[`section${id}`] : undefined;
    return [
      {
        id,
        ...(department && { department }),
        ...(section !== undefined && { section }),
        counts: count(items),
        items,
      },
    ];
  });
}

function count(items: readonly FillingItem[]): FillingCounts {
  const counts = { final: 0, provisional: 0, missing: 0 };
  for (const { filling } of items) counts[filling] += 1;
  return counts;
}
