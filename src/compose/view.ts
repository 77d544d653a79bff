import { computedName } from './computed-name.ts';
import { formatDate, splitUnit } from './format.ts';
import type { ComposeContext } from './context.ts';
import { findFigure } from '../derive/facts.ts';
import type { Localized } from '../validate/schema/text.ts';
import { nameInLanguage } from '../validate/name-in-language.ts';

/**
 * What templates see by name, besides helpers: the report's head, its region, the targets, and the appendices' lists.
 * Getters of `computed` are read when the template gets there, so that an appendix lists all that was printed before it.
 */
export function createView(context: ComposeContext): object {
  const { inputs, facts } = context;
  const { head, region, period, catalogue } = inputs;
  const inLanguage = (text: Localized): string => nameInLanguage(inputs.language, text);
  const coverTitle = head.cover_title ?? { zh: inputs.locale.words[`cover.${head.kind}`] ?? '' };
  const sourceEntry = (id: string, index: number): object[] => {
    const ledger = inputs.ledgers.get(id)?.content;
    if (!ledger) return [];
    const { title, publisher, date, kind, document_number: number = '', note = '' } = ledger.document;
    return [
      {
        id,
        index: index + 1,
        title: inLanguage(title),
        publisher,
        date: formatDate(date),
        kind,
        number,
        note,
      },
    ];
  };
  return {
    report: {
      title: inLanguage(head.title),
      kind: head.kind,
      coverTitle: inLanguage(coverTitle),
      issuer: inLanguage(head.issuer),
      date: formatDate(head.date),
      cutoff: formatDate(head.data_cutoff),
      sample: head.sample,
      contact: head.contact ?? '',
      licence: head.licence ?? '',
      period,
    },
    region: { name: inLanguage(region.name), short: inLanguage(region.short_name) },
    plan: {
      baseYear: planYear(context, 'base'),
      targetYear: planYear(context, 'target'),
      progressYear: facts.progressPeriod,
    },
    targets: [...facts.targets.values()].map((target) => ({
      id: target.indicator,
      unit: splitUnit(catalogue[target.indicator]?.unit ?? '', facts.units),
      basis: target.basis === undefined ? '' : (inputs.locale.words[`basis.${target.basis}`] ?? ''),
      comparable: target.comparable,
      note: target.note ?? '',
      known: target.comparable && findFigure(facts, target.indicator, facts.progressPeriod) !== undefined,
    })),
    get sources() {
      return context.sources.flatMap((id, index) => sourceEntry(id, index));
    },
    get definitions() {
      return [...new Set([...context.printed.values()].map((figure) => figure.indicator))].flatMap((id) => {
        const indicator = catalogue[id];
        if (indicator?.definition === undefined) return [];
        return [{ id, definition: indicator.definition, denominator: indicator.denominator ?? '' }];
      });
    },
    get computed() {
      return [...context.printed.values()]
        .filter((figure) => figure.provenance.formula !== undefined)
        .map((figure) => ({
          key: figure.key,
          name: computedName(context, figure),
          formula: figure.provenance.formula,
        }));
    },
  };
}

function planYear({ facts }: ComposeContext, point: 'base' | 'target'): string {
  return [...facts.targets.values()][0]?.[point].period ?? '';
}
