import { findInLedger } from '../../derive/collect.ts';
import type { Figure } from '../../derive/figure.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { nameInLanguage } from '../../validate/name-in-language.ts';
import type { Inputs } from '../../validate/index.ts';

/** The document a figure is taken from, and where in it. */
export interface FigureSource {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly documentNumber?: string;
  /** As the report cites it, `[1]`; absent where it does not. */
  readonly number?: string;
  /** Where in the document, in the ledger's words. */
  readonly locator?: string;
  /** Line of the document's text. */
  readonly line?: number;
  /** The figure's entry in the ledger, or the ledger where it has none. */
  readonly place?: Place;
}

/** Where a stated figure comes from; undefined for computed ones. */
export function sourceOfFigure(
  { region, period, indicator, status, provenance }: Figure,
  inputs: Inputs,
  numbers: ReadonlyMap<string, string>,
): FigureSource | undefined {
  const { source: id, locator, sourceLine: line } = provenance;
  if (id === undefined) return undefined;
  const ledger = inputs.ledgers.get(id);
  const document = ledger?.content.document;
  const as = status === 'target' ? ('target' as const) : undefined;
  const entry = findInLedger(inputs, { source: id, region, period, indicator, ...(as && { as }) });
  const index = entry && ledger ? ledger.content.figures.indexOf(entry) : undefined;
  const number = numbers.get(id);
  return {
    id,
    title: document ? nameInLanguage(inputs.language, document.title) : id,
    ...(document && { publisher: document.publisher, date: document.date }),
    ...(document?.document_number !== undefined && { documentNumber: document.document_number }),
    ...(number !== undefined && { number }),
    ...(locator !== undefined && { locator }),
    ...(line !== undefined && { line }),
    ...(ledger && { place: ledger.yaml.place(index === undefined ? [] : ['figures', index]) }),
  };
}
