import { formatDate } from '../compose/format.ts';
import { nameInLanguage } from '../validate/name-in-language.ts';
import type { CheckResult } from '../check/check.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { ReportDocument } from '../document/document.ts';
import type { Inputs } from '../validate/index.ts';
import { citedNumbers, type LedgerLine, type LedgerPlace } from './figures-json.ts';
import { digitsCell, sheetOf, type Column, type Sheet } from './workbook/sheet.ts';
import { workbook } from './workbook/workbook.ts';

/** A word of the locale; without a `fallback` it has to be there. */
export type Words = (key: string, fallback?: string) => string;

/**
 * The number ledger as a workbook for reading against the print: every figure, every place one is printed at in the order
 * of the pages, the computed figures with their formulas, the checks, and the sources.
 */
export function figuresXlsx(
  lines: readonly LedgerLine[],
  checks: readonly CheckResult[],
  document: ReportDocument,
  inputs: Inputs,
  words: Words,
): Uint8Array {
  const { title, issuer, date } = document.meta;
  const sheets = [
    figuresSheet(lines, words),
    placesSheet(lines, words),
    computedSheet(lines, words),
    checksSheet(checks, words),
    sourcesSheet(lines, document, inputs, words),
  ];
  return workbook(sheets, { title: `${title} ${words('ledger.sheet.figures')}`, author: issuer, date });
}

/** Columns titled by the locale. */
function column<Row>(words: Words): (id: string, width: number, cell: Column<Row>['cell']) => Column<Row> {
  return (id, width, cell) => ({ title: words(`ledger.column.${id}`), width, cell });
}

function figuresSheet(lines: readonly LedgerLine[], words: Words): Sheet {
  const at = column<LedgerLine>(words);
  const columns = [
    at('name', 34, (line) => fullName(line, words)),
    at('region', 12, ({ regionName }) => regionName),
    at('time', 20, ({ time }) => time),
    at('printed', 16, ({ printed }) => printed),
    at('value', 13, ({ value }) => digitsCell(value)),
    at('to', 10, ({ to }) => (to === undefined ? undefined : digitsCell(to))),
    at('unit', 9, ({ unit }) => unit),
    at('qualifier', 8, ({ qualifier }) => qualifier),
    at('kind', 10, ({ kind }) => words(`kind.${kind}`)),
    at('status', 10, ({ status }) => words(`status.${status}`)),
    at('origin', 8, ({ origin }) => words(`origin.${origin}`)),
    at('places', 44, ({ printedIn }) =>
      distinct(printedIn.map((place) => placeText(place, words))).join('；'),
    ),
    at('pages', 14, ({ printedIn }) => distinct(printedIn.map(({ page }) => page)).join('、')),
    at('pdf_pages', 14, ({ printedIn }) => distinct(printedIn.map(({ pdfPage }) => pdfPage)).join('、')),
    at('source_number', 9, ({ source }) => source?.number),
    at('source', 34, ({ source }) => source?.title),
    at('source_line', 8, ({ source }) => wholeCell(source?.line)),
    at('locator', 28, ({ source }) => source?.locator),
    at('file', 30, ({ place }) => placeInFile(place)),
    at('formula', 30, ({ computed }) => computed?.formula),
    at('inputs', 40, ({ computed }) => computed?.inputs.join('\n')),
    at('note', 40, ({ note }) => note),
    at('key', 50, ({ key }) => key),
  ];
  return sheetOf(words('ledger.sheet.figures'), columns, lines);
}

interface Printing {
  readonly line: LedgerLine;
  readonly place: LedgerPlace;
}

/** One row a place, page by page: what a reader of the proof ticks off. */
function placesSheet(lines: readonly LedgerLine[], words: Words): Sheet {
  const at = column<Printing>(words);
  const columns = [
    at('page', 8, ({ place }) => place.page),
    at('pdf_page', 8, ({ place }) => wholeCell(place.pdfPage)),
    at('text', 18, ({ place }) => place.text),
    at('name', 34, ({ line }) => fullName(line, words)),
    at('time', 20, ({ line }) => line.time),
    at('region', 12, ({ line }) => line.regionName),
    at('chapter', 26, ({ place }) => place.chapter),
    at('section', 26, ({ place }) => place.section),
    at('element', 8, ({ place }) => words(`element.${place.element}`)),
    at('label', 10, ({ place }) => place.label),
    at('value', 13, ({ line }) => digitsCell(line.value)),
    at('unit', 9, ({ line }) => line.unit),
    at('key', 50, ({ line }) => line.key),
  ];
  const printings = lines
    .flatMap((line) => line.printedIn.map((place) => ({ line, place })))
    .sort((a, b) => a.place.order - b.place.order);
  return sheetOf(words('ledger.sheet.places'), columns, printings);
}

function computedSheet(lines: readonly LedgerLine[], words: Words): Sheet {
  const printedOf = new Map(
    lines.map((line) => [line.key, `${fullName(line, words)} ${line.time} ${line.printed}`]),
  );
  const at = column<LedgerLine>(words);
  const columns = [
    at('name', 34, (line) => fullName(line, words)),
    at('time', 20, ({ time }) => time),
    at('value', 13, ({ value }) => digitsCell(value)),
    at('unit', 9, ({ unit }) => unit),
    at('printed', 16, ({ printed }) => printed),
    at('formula', 36, ({ computed }) => computed?.formula),
    at('inputs', 60, ({ computed }) => computed?.inputs.map((key) => printedOf.get(key) ?? key).join('\n')),
    at('input_keys', 50, ({ computed }) => computed?.inputs.join('\n')),
    at('key', 50, ({ key }) => key),
  ];
  return sheetOf(
    words('ledger.sheet.computed'),
    columns,
    lines.filter(({ computed }) => computed),
  );
}

function checksSheet(checks: readonly CheckResult[], words: Words): Sheet {
  const at = column<CheckResult>(words);
  const columns = [
    at('name', 34, ({ name }) => name),
    at('rule', 26, ({ rule }) => words(`check.rule.${rule}`, rule)),
    at('verdict', 12, ({ verdict }) => words(`check.verdict.${verdict}`)),
    at('stated', 18, ({ stated }) => stated),
    at('computed', 18, ({ computed }) => computed),
    at('waiver_reason', 40, ({ waiver }) => waiver?.reason),
    at('waiver_by', 20, ({ waiver }) => waiver?.by),
    at('file', 30, ({ place }) => placeInFile(place)),
    at('against', 50, ({ against }) => against.join('\n')),
    at('key', 50, ({ figure }) => figure),
  ];
  const sorted = [...checks].sort((a, b) => verdictOrder[a.verdict] - verdictOrder[b.verdict]);
  return sheetOf(words('ledger.sheet.checks'), columns, sorted);
}

/** What asks for somebody's attention first. */
const verdictOrder: Readonly<Record<CheckResult['verdict'], number>> = {
  fails: 0,
  waived: 1,
  'not-checkable': 2,
  holds: 3,
};

function sourcesSheet(
  lines: readonly LedgerLine[],
  { tree }: ReportDocument,
  { ledgers, report, language }: Inputs,
  words: Words,
): Sheet {
  const numbers = citedNumbers(tree);
  const figuresOf = (id: string): number => lines.filter(({ source }) => source?.id === id).length;
  const ids = new Set([
    ...[...numbers.keys()].sort((a, b) => numberIn(numbers.get(a)) - numberIn(numbers.get(b))),
    ...report.content.sources,
    ...lines.flatMap(({ source }) => source?.id ?? []),
  ]);
  const documentOf = (id: string) => ledgers.get(id)?.content.document;
  const at = column<string>(words);
  const columns = [
    at('source_number', 9, (id) => numbers.get(id)),
    at('title', 50, (id) => {
      const title = documentOf(id)?.title;
      return title && nameInLanguage(language, title);
    }),
    at('publisher', 30, (id) => documentOf(id)?.publisher),
    at('date', 16, (id) => {
      const date = documentOf(id)?.date;
      return date === undefined ? undefined : formatDate(date);
    }),
    at('document_kind', 16, (id) => documentOf(id)?.kind),
    at('document_number', 20, (id) => documentOf(id)?.document_number),
    at('figures', 9, (id) => wholeCell(figuresOf(id))),
    at('note', 60, (id) => documentOf(id)?.note),
    at('source_id', 24, (id) => id),
  ];
  return sheetOf(words('ledger.sheet.sources'), columns, ids);
}

function numberIn(citation: string | undefined): number {
  return Number(/\d+/.exec(citation ?? '')?.[0] ?? 0);
}

/** 专利商标质押金额目标达成率: the name of its indicator, and what was computed of it. */
function fullName({ name, key, origin }: LedgerLine, words: Words): string {
  const transform = origin === 'computed' ? /#([a-z_]+)/.exec(key)?.[1] : undefined;
  return transform === undefined ? name : name + words(`transform.${transform}`, '');
}

/** 二、知识产权创造（一）专利，表 2-1. */
function placeText({ chapter, section = '', element, label }: LedgerPlace, words: Words): string {
  return `${chapter}${section}，${label ?? words(`element.${element}`)}`;
}

function placeInFile({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function wholeCell(number: number | undefined): ReturnType<typeof digitsCell> {
  return number === undefined ? undefined : digitsCell(String(number));
}

function distinct(values: readonly (string | number | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined).map(String))];
}
