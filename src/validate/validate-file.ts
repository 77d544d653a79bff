import type { z } from 'zod';
import type { TypeName } from '../diagnostics/catalogue.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Path, YamlFile } from '../load/yaml-file.ts';
import { nearest } from './nearest.ts';
import { findMarkup } from './schema/text.ts';
import { keysOf, schemaAt } from './walk-schema.ts';

type Issue = z.core.$ZodIssue;

/** Reports an unknown key in words of its own; false leaves it to KEY_UNKNOWN. */
export type UnknownKeyReporter = (path: Path, key: string, known: readonly string[]) => boolean;

/**
 * What files were found to say, by file and schema: a save of the preview changes one file of a hundred, and the others are
 * the same objects as before (`readYaml`). What is found is never changed.
 */
const found = new WeakMap<YamlFile, WeakMap<z.ZodType, unknown>>();

/**
 * Turn what was written into what is used, or report why not, at the line of each problem. Nothing is coerced: a text
 * where a number belongs is an error. Reports KEY_UNKNOWN, KEY_MISSING, VALUE_TYPE, VALUE_INVALID,
 * VALUE_NOT_DECIMAL, TEXT_MARKUP.
 */
export function validateFile<Schema extends z.ZodType>(
  schema: Schema,
  file: YamlFile,
  diagnostics: Diagnostics,
  unknownKey: UnknownKeyReporter = () => false,
): z.infer<Schema> | undefined {
  const known = found.get(file)?.get(schema);
  if (known !== undefined) return known as z.infer<Schema>;
  // A function made for each shape is worth it for thousands of values; a file is checked once.
  const result = schema.safeParse(file.value, { jitless: true });
  if (result.success) {
    const bySchema = found.get(file) ?? new WeakMap<z.ZodType, unknown>();
    found.set(file, bySchema.set(schema, result.data));
    return result.data;
  }
  for (const issue of result.error.issues) reportIssue(issue, [], { schema, file, diagnostics, unknownKey });
  return undefined;
}

interface Context {
  readonly schema: z.ZodType;
  readonly file: YamlFile;
  readonly diagnostics: Diagnostics;
  readonly unknownKey: UnknownKeyReporter;
}

function reportIssue(issue: Issue, parent: Path, context: Context): void {
  const { schema, file, diagnostics, unknownKey } = context;
  const path = [...parent, ...issue.path];
  const value = valueAt(file.value, path);
  if (typeof value === 'number' && !Number.isFinite(value)) {
    diagnostics.report('VALUE_NOT_DECIMAL', { found: file.source(path) ?? String(value) }, file.place(path));
    return;
  }
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysOf(schemaAt(schema, path));
      for (const key of issue.keys) {
        if (unknownKey(path, key, known)) continue;
        const place = file.place([...path, key], 'key');
        diagnostics.report('KEY_UNKNOWN', { name: key, candidates: nearest(key, known) }, place);
      }
      return;
    }
    case 'invalid_type': {
      if (value === undefined && path.length > 0) {
        diagnostics.report('KEY_MISSING', { name: String(path.at(-1)) }, file.place(path));
        return;
      }
      diagnostics.report(
        'VALUE_TYPE',
        { expected: expectedType(issue.expected), found: typeOf(value) },
        file.place(path),
      );
      return;
    }
    case 'invalid_union': {
      const branches = issue.errors.filter((errors) => !errors.every((error) => isTypeMismatchAtRoot(error)));
      const branch = branches.sort((a, b) => a.length - b.length)[0];
      if (branch) for (const nested of branch) reportIssue(nested, path, context);
      else
        diagnostics.report(
          'VALUE_TYPE',
          { expected: unionType(issue.errors), found: typeOf(value) },
          file.place(path),
        );
      return;
    }
    case 'custom': {
      const found =
        typeof value === 'string' ? (findMarkup(value, 'forbidden') ?? value.slice(0, 20)) : String(value);
      diagnostics.report('TEXT_MARKUP', { found }, file.place(path));
      return;
    }
    case 'invalid_key': {
      const place = file.place(path, 'key');
      diagnostics.report(
        'VALUE_INVALID',
        { found: String(path.at(-1)), ...patternOf(issue.issues[0]) },
        place,
      );
      return;
    }
    case 'invalid_value':
      diagnostics.report(
        'VALUE_INVALID',
        { found: show(value), allowed: issue.values.map(String) },
        file.place(path),
      );
      return;
    case 'too_big':
      if (typeof value === 'string' || Array.isArray(value)) {
        const limit = typeof value === 'string' ? 'text' : 'rows';
        diagnostics.report('LIMIT_EXCEEDED', { limit, found: value.length }, file.place(path));
        return;
      }
      reportInvalid(issue, path, value, context);
      return;
    default:
      reportInvalid(issue, path, value, context);
  }
}

function reportInvalid(
  issue: Issue,
  path: Path,
  value: unknown,
  { schema, file, diagnostics }: Context,
): void {
  const about = schemaAt(schema, path)?.description;
  const details = { found: show(value), ...patternOf(issue), ...(about !== undefined && { about }) };
  diagnostics.report('VALUE_INVALID', details, file.place(path));
}

function patternOf(issue: Issue | undefined): { pattern?: string } {
  return issue?.code === 'invalid_format' && issue.pattern !== undefined ? { pattern: issue.pattern } : {};
}

/** A union branch whose only complaint is that the value is of another kind is not the one that was meant. */
function isTypeMismatchAtRoot(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

function unionType(errors: readonly (readonly Issue[])[]): TypeName {
  const expected = errors
    .flat()
    .flatMap((issue) => (issue.code === 'invalid_type' ? [expectedType(issue.expected)] : []));
  return expected.includes('mapping') && expected.includes('number')
    ? 'number or mapping'
    : (expected[0] ?? 'text');
}

const expectedTypes: Readonly<Record<string, TypeName>> = {
  string: 'text',
  number: 'number',
  int: 'number',
  boolean: 'true or false',
  array: 'list',
  tuple: 'list',
  object: 'mapping',
  record: 'mapping',
};

function expectedType(expected: string): TypeName {
  return expectedTypes[expected] ?? 'text';
}

function typeOf(value: unknown): TypeName {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Date) return 'date';
  return expectedType(typeof value);
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<PropertyKey, unknown>)[step];
  }
  return current;
}

function show(value: unknown): string {
  // JSON has no word for undefined, nor for a symbol.
  const text = typeof value === 'string' ? value : ((JSON.stringify(value) as string | undefined) ?? 'null');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
