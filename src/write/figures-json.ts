import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { formatFigure } from '../compose/format.ts';
import type { ReportDocument } from '../document/document.ts';
import { textProperty } from '../compose/parse-tree.ts';
import type { Facts } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';

/** One line of the number ledger: a figure, where it comes from and where it is printed. */
export interface LedgerLine extends Omit<Figure, 'provenance'> {
  readonly printed: string;
  readonly source?: { readonly id: string; readonly line?: number; readonly locator?: string };
  readonly computed?: { readonly formula: string; readonly inputs: readonly string[] };
  /** Ids of the sections, figures and tables it is printed in, with the PDF page those begin on where known. */
  readonly printedIn: readonly { readonly id: string; readonly page?: string }[];
}

/** The number ledger `figures.json`: every figure of the report's file and every other figure it prints. */
export function figuresJson(
  document: ReportDocument,
  facts: Facts,
  pageOf: Readonly<Record<string, string>> = {},
): LedgerLine[] {
  const places = placesOf(document);
  const own = [...facts.figures.values()].filter((figure) => figure.writtenIn === facts.period);
  const all = new Map([...own, ...Object.values(document.figures)].map((figure) => [figure.key, figure]));
  return [...all.values()].map(({ provenance, ...figure }) => ({
    ...figure,
    printed: formatFigure({ ...figure, provenance }, facts.units).text,
    ...(provenance.source !== undefined && {
      source: {
        id: provenance.source,
        ...(provenance.sourceLine !== undefined && { line: provenance.sourceLine }),
        ...(provenance.locator !== undefined && { locator: provenance.locator }),
      },
    }),
    ...(provenance.formula !== undefined && {
      computed: { formula: provenance.formula, inputs: provenance.inputs ?? [] },
    }),
    printedIn: [...(places.get(figure.key) ?? [])].map((id) => ({
      id,
      ...(pageOf[id] !== undefined && { page: pageOf[id] }),
    })),
  }));
}

/** Where each figure is printed: the last heading, chart or table with an id before it. */
function placesOf({ tree, drawings }: ReportDocument): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  const add = (key: string, id: string): void => {
    const known = places.get(key);
    if (known) known.add(id);
    else places.set(key, new Set([id]));
  };
  for (const section of tree.children) {
    if (section.type !== 'element') continue;
    let heading = textProperty(section, 'id') ?? textProperty(section, 'dataPart') ?? '';
    visit(section as Root | Element, 'element', (element) => {
      if (/^h[1-3]$/.test(element.tagName)) heading = textProperty(element, 'id') ?? heading;
      const key = textProperty(element, 'dataFigure');
      if (key !== undefined) add(key, heading);
      const chart = textProperty(element, 'dataChart');
      const id = textProperty(element, 'id') ?? heading;
      if (chart !== undefined) for (const row of drawings[chart]?.rows ?? []) add(row.figure, id);
    });
  }
  return places;
}
