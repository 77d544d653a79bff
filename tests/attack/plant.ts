import { isScalar, parseDocument, visit, type Document, type Scalar } from 'yaml';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { runProject } from '../examine-project.ts';
import type { ProjectCopy } from '../project-copy.ts';

/** A text of a file something was planted in. */
export interface Planted {
  readonly file: string;
  readonly original: string;
  readonly payload: string;
}

export interface PlantOptions {
  readonly region?: string;
  readonly period?: string;
  /** What people wrote for people, or all else that is no number: ids, addresses, dates, words of a chart's description. */
  readonly fields?: 'texts' | 'names';
}

interface Field {
  readonly scalar: Scalar;
  readonly original: string;
  /** Which of the strings of its file it is. */
  readonly ordinal: number;
  payload: string | undefined;
}

interface Garden {
  readonly document: Document;
  readonly fields: Field[];
  /** Where each field, and each line, begins in what was written last. */
  starts: number[];
  lines: number[];
  /** Whether something was put back since. */
  isStale: boolean;
}

/** An id, an address or a date has no character of the report's language, and no space between words. */
const isText = (text: string): boolean => /\p{sc=Han}|\p{L} \p{L}/u.test(text);

/** Rounds in which what is refused is put back: a stage is reached only when those before it have nothing to say. */
const rounds = 300;

/**
 * Put a payload behind every text of some files, whatever field it is in, each the next of the row. Texts the program refuses with a
 * place are put back, until it takes the rest; what it takes and what it refused come back.
 */
export async function plantEverywhere(
  copy: ProjectCopy,
  files: readonly string[],
  payloads: readonly string[],
  offset: number,
  { fields: kind = 'texts', ...asked }: PlantOptions = {},
): Promise<{ readonly taken: readonly Planted[]; readonly refusals: readonly Diagnostic[] }> {
  const report = { region: 'xiamen', period: '2022', ...asked };
  const gardens = new Map<string, Garden>();
  let count = offset;
  for (const file of files) {
    const document = parseDocument(await copy.read(file));
    const fields = stringsOf(document).flatMap((scalar, ordinal) => {
      if (isText(scalar.value) !== (kind === 'texts')) return [];
      return { scalar, original: scalar.value, ordinal, payload: payloads[count++ % payloads.length] };
    });
    gardens.set(file, { document, fields, starts: [], lines: [], isStale: true });
  }
  const refusals: Diagnostic[] = [];
  let draw = false;
  for (let round = 0; ; round += 1) {
    for (const [file, garden] of gardens) if (garden.isStale) await copy.write(file, print(garden));
    const { diagnostics } = await runProject(copy.root, { ...report, draw });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length === 0 && draw) break;
    draw = errors.length === 0;
    refusals.push(...errors);
    const cleared = errors.filter((error) => clear(gardens, error)).length;
    if (draw || cleared > 0) continue;
    if (kind === 'texts' || round > rounds || !clearHalf(gardens, errors))
      throw new Error(`no planted text is to blame: ${JSON.stringify(errors.slice(0, 3))}`);
  }
  const taken = [...gardens].flatMap(([file, { fields }]) =>
    fields.flatMap(({ original, payload }) => (payload === undefined ? [] : [{ file, original, payload }])),
  );
  return { taken, refusals };
}

/** The strings of a file in their order, without its keys. */
function stringsOf(document: Document.Parsed): Scalar<string>[] {
  const found: Scalar<string>[] = [];
  visit(document, {
    Scalar(key, scalar) {
      if (key !== 'key' && isScalar<string>(scalar) && typeof scalar.value === 'string') found.push(scalar);
    },
  });
  return found;
}

function print(garden: Garden): string {
  for (const { scalar, original, payload } of garden.fields) {
    scalar.value = payload === undefined ? original : `${original.trimEnd()}${payload}`;
    if (payload !== undefined) scalar.type = 'QUOTE_DOUBLE';
  }
  const text = garden.document.toString({ lineWidth: 0 });
  const printed = stringsOf(parseDocument(text));
  garden.starts = garden.fields.map(({ ordinal }) => printed[ordinal]?.range?.[0] ?? 0);
  garden.lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  garden.isStale = false;
  return text;
}

function putBack(garden: Garden, field: Field): void {
  field.payload = undefined;
  garden.isStale = true;
}

/** Take a payload out of the text a diagnostic points at, or of the last one before it; false where there is none. */
function clear(
  gardens: ReadonlyMap<string, Garden>,
  { code, file = '', line = 0, column = 0, message }: Diagnostic,
): boolean {
  const garden = gardens.get(file);
  // What Vega says of a spec it says of all of it.
  if (garden && code === 'CHART_SPEC') {
    // What is too wide for it may be a unit, a region or a word that stands in its labels.
    const drawn = [
      garden,
      ...['data/units.yaml', 'data/regions.yaml'].flatMap((name) => gardens.get(name) ?? []),
    ];
    if (clearBehind(garden, line) || drawn.some((one) => clearBehind(one, 1))) return true;
  }
  if (!garden) return clearMentioned(gardens, message);
  const at = (garden.lines[line - 1] ?? 0) + column - 1;
  const index = garden.starts.findLastIndex((start) => start <= at);
  const field = garden.fields[index];
  if (field?.payload === undefined) return clearMentioned(gardens, message);
  putBack(garden, field);
  return true;
}

/** Take the payloads out of all texts from a line on; false where there are none. */
function clearBehind(garden: Garden, line: number): boolean {
  const from = garden.lines[line - 1] ?? 0;
  const planted = garden.fields.filter(
    ({ payload }, index) => payload !== undefined && (garden.starts[index] ?? 0) >= from,
  );
  for (const field of planted) putBack(garden, field);
  return planted.length > 0;
}

/** A name planted in one file is missed by another that refers to it: it is the text the message quotes. */
function clearMentioned(gardens: ReadonlyMap<string, Garden>, message: string): boolean {
  for (const garden of gardens.values())
    for (const field of garden.fields)
      if (field.payload !== undefined && message.includes(field.original)) {
        putBack(garden, field);
        return true;
      }
  return false;
}

/** What a name is missed for may be told in a file that does not have it: half of those left go, first where it is told. */
function clearHalf(gardens: ReadonlyMap<string, Garden>, errors: readonly Diagnostic[]): boolean {
  const named = new Set(errors.map(({ file = '' }) => file));
  const planted = [...gardens].flatMap(([file, garden]) =>
    garden.fields
      .filter(({ payload }) => payload !== undefined)
      .map((field) => ({ garden, field, isNamed: named.has(file) })),
  );
  const first = planted.some(({ isNamed }) => isNamed) ? planted.filter(({ isNamed }) => isNamed) : planted;
  for (const { garden, field } of first.slice(0, Math.ceil(first.length / 2))) putBack(garden, field);
  return first.length > 0;
}
