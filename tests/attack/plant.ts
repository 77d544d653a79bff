import { parseDocument, visit, type Document, type Scalar } from 'yaml';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { runProject } from '../examine-project.ts';
import type { ProjectCopy } from '../project-copy.ts';

/** A text of a file something was planted in. */
export interface Planted {
  readonly file: string;
  readonly original: string;
  readonly payload: string;
}

interface Field {
  readonly scalar: Scalar;
  readonly original: string;
  payload: string | undefined;
}

interface Garden {
  readonly document: Document;
  readonly fields: Field[];
  /** Where each field, and each line, begins in what was written last. */
  starts: number[];
  lines: number[];
}

/** Whether people wrote it for people: an id, an address or a date has no character of the report's language. */
const isText = (text: string): boolean => /\p{sc=Han}/u.test(text);

/**
 * Put a payload behind every text of some files, whatever field it is in, each the next of the row. Texts the program refuses with a
 * place are put back, until it takes the rest; what it takes and what it refused come back.
 */
export async function plantEverywhere(
  copy: ProjectCopy,
  files: readonly string[],
  payloads: readonly string[],
  offset: number,
  report: { readonly region: string; readonly period: string } = { region: 'xiamen', period: '2022' },
): Promise<{ readonly taken: readonly Planted[]; readonly refusals: readonly Diagnostic[] }> {
  const gardens = new Map<string, Garden>();
  let count = offset;
  for (const file of files) {
    const document = parseDocument(await copy.read(file));
    const fields: Field[] = [];
    visit(document, {
      Scalar(key, scalar) {
        if (key === 'key' || typeof scalar.value !== 'string' || !isText(scalar.value)) return;
        fields.push({ scalar, original: scalar.value, payload: payloads[count++ % payloads.length] });
      },
    });
    gardens.set(file, { document, fields, starts: [], lines: [] });
  }
  const refusals: Diagnostic[] = [];
  for (let round = 0; round < 30; round += 1) {
    for (const [file, garden] of gardens) await copy.write(file, print(garden));
    const { diagnostics } = await runProject(copy.root, { ...report, draw: round > 2 });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length === 0 && round > 2) break;
    refusals.push(...errors);
    const cleared = errors.filter((error) => clear(gardens, error)).length;
    if (cleared === 0 && errors.length > 0)
      throw new Error(`no planted text is to blame: ${JSON.stringify(errors.slice(0, 3))}`);
  }
  const taken = [...gardens].flatMap(([file, { fields }]) =>
    fields.flatMap(({ original, payload }) => (payload === undefined ? [] : [{ file, original, payload }])),
  );
  return { taken, refusals };
}

function print(garden: Garden): string {
  for (const { scalar, original, payload } of garden.fields) {
    scalar.value = payload === undefined ? original : `${original.trimEnd()}${payload}`;
    if (payload !== undefined) scalar.type = 'QUOTE_DOUBLE';
  }
  const text = garden.document.toString({ lineWidth: 0 });
  garden.starts = [];
  visit(parseDocument(text), {
    Scalar(key, scalar) {
      if (key !== 'key' && typeof scalar.value === 'string' && isText(scalar.value))
        garden.starts.push(scalar.range?.[0] ?? 0);
    },
  });
  garden.lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return text;
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
  field.payload = undefined;
  return true;
}

/** Take the payloads out of all texts from a line on; false where there are none. */
function clearBehind({ fields, starts, lines }: Garden, line: number): boolean {
  const from = lines[line - 1] ?? 0;
  const planted = fields.filter(
    ({ payload }, index) => payload !== undefined && (starts[index] ?? 0) >= from,
  );
  for (const field of planted) field.payload = undefined;
  return planted.length > 0;
}

/** A name planted in one file is missed by another that refers to it: it is the text the message quotes. */
function clearMentioned(gardens: ReadonlyMap<string, Garden>, message: string): boolean {
  for (const { fields } of gardens.values())
    for (const field of fields)
      if (field.payload !== undefined && message.includes(field.original)) {
        field.payload = undefined;
        return true;
      }
  return false;
}
