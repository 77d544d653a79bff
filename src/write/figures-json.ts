import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../document/visit.ts';
import { formatFigure, formatPeriod } from '../compose/format.ts';
import { nameInLanguage } from '../validate/name-in-language.ts';
import { textProperty } from '../compose/parse-tree.ts';
import { isOfReport, type Facts } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import type { ReportDocument } from '../document/document.ts';
import { printedPlaces, type PrintedPlace } from '../document/printed-places.ts';
import type { Rendered } from '../render/index.ts';
import type { Inputs } from '../validate/index.ts';

/** Where a figure is printed. `page` is the number printed on the page, `pdfPage` counts from 1; both only with a PDF. */
export interface LedgerPlace extends Omit<PrintedPlace, 'figure' | 'mark'> {
  /** Rank among all places of the document, from 1. */
  readonly order: number;
  readonly page?: string;
  readonly pdfPage?: number;
}

/** Where a figure comes from, with the number the report cites the source by. */
export interface LedgerSource {
  readonly id: string;
  readonly title: string;
  readonly number?: string;
  readonly line?: number;
  readonly locator?: string;
}

/** One line of the number ledger: a figure, where it comes from and where it is printed. */
export interface LedgerLine extends Omit<Figure, 'provenance'> {
  readonly printed: string;
  readonly regionName: string;
  /** Period words as printed: 截至2022年底. */
  readonly time: string;
  readonly origin: 'stated' | 'computed';
  readonly source?: LedgerSource;
  readonly computed?: { readonly formula: string; readonly inputs: readonly string[] };
  /** Every place, in the order of the document. */
  readonly printedIn: readonly LedgerPlace[];
}

/**
 * The number ledger `figures.json`: every figure of the report's file and every other figure it prints. `marks` are the
 * pages of the PDF, where there is one.
 */
export function figuresJson(
  document: ReportDocument,
  facts: Facts,
  inputs: Inputs,
  marks: Rendered['marks'],
): LedgerLine[] {
  const places = placesOf(document, marks);
  const numbers = citedNumbers(document.tree);
  const own = [...facts.figures.values()].filter((figure) => isOfReport(facts, figure));
  const all = new Map([...own, ...Object.values(document.figures)].map((figure) => [figure.key, figure]));
  return [...all.values()].map(({ provenance, ...figure }) => ({
    ...figure,
    regionName: regionName(inputs, figure.region),
    time: formatPeriod(figure),
    printed: formatFigure({ ...figure, provenance }, facts.units).text,
    origin: provenance.formula === undefined ? 'stated' : 'computed',
    ...(provenance.source !== undefined && {
      source: {
        id: provenance.source,
        title: sourceTitle(inputs, provenance.source),
        ...(numbers.has(provenance.source) && { number: numbers.get(provenance.source) ?? '' }),
        ...(provenance.sourceLine !== undefined && { line: provenance.sourceLine }),
        ...(provenance.locator !== undefined && { locator: provenance.locator }),
      },
    }),
    ...(provenance.formula !== undefined && {
      computed: { formula: provenance.formula, inputs: provenance.inputs ?? [] },
    }),
    printedIn: places.get(figure.key) ?? [],
  }));
}

function placesOf(document: ReportDocument, marks: Rendered['marks']): Map<string, LedgerPlace[]> {
  const places = new Map<string, LedgerPlace[]>();
  for (const [index, { figure, mark, ...place }] of printedPlaces(document).entries()) {
    const page = marks?.get(mark);
    const known = places.get(figure) ?? [];
    known.push({
      ...place,
      order: index + 1,
      ...(page && page.label !== '' && { page: page.label }),
      ...(page && { pdfPage: page.number }),
    });
    places.set(figure, known);
  }
  return places;
}

/** The number of each source cited, `[1]`, read off the links to it. */
export function citedNumbers(tree: Root): Map<string, string> {
  const numbers = new Map<string, string>();
  visit(tree, 'element', (element) => {
    const target = /^#src-(.+)$/.exec(textProperty(element, 'href') ?? '')?.[1];
    if (element.tagName === 'a' && target !== undefined) numbers.set(target, toString(element));
  });
  return numbers;
}

function regionName({ language, region, peers }: Inputs, id: string): string {
  const found = id === region.id ? region : peers.get(id)?.region;
  return found ? nameInLanguage(language, found.name) : id;
}

function sourceTitle({ language, ledgers }: Inputs, id: string): string {
  const title = ledgers.get(id)?.content.document.title;
  return title ? nameInLanguage(language, title) : id;
}
