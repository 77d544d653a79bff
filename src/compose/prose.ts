import type { Place } from '../diagnostics/diagnostic.ts';
import type { Path, YamlFile } from '../load/yaml-file.ts';
import { nearest } from '../validate/nearest.ts';
import type { ComposeContext } from './context.ts';
import { callInline } from './helpers/call-inline.ts';
import { inlineHelpers } from './helpers/inline.ts';
import { lintProse } from './lint/index.ts';
import { placesIn } from './lint/passage.ts';
import { parseText } from './parsed-texts.ts';
import { escapeHtml } from './print.ts';
import { syntaxError } from './template-error.ts';

/** A text of a data file or chart file and where it stands. */
export interface Prose {
  readonly text: string;
  readonly yaml: YamlFile;
  readonly path: Path;
}

/**
 * Run a text from data: plain characters are escaped, and the only thing braces can do is call one of the inline
 * helpers with literal arguments. It is walked, not compiled, so that no text can become a template or markup.
 * Reports TEMPLATE_SYNTAX, TEMPLATE_RAW, TEMPLATE_HELPER, TEMPLATE_ARGUMENT, what the helpers report, and numbers and
 * claims that nothing stands behind (`lint/`).
 */
export function runProse(context: ComposeContext, { text, yaml, path }: Prose): string {
  return runText(context, text, (line, column) => yaml.placeInText(path, line, column + 1));
}

/** Where a line (from 1) and column (from 0) of a text stand in its file. */
type PlaceOf = (line: number, column: number) => Place;

function runText(context: ComposeContext, text: string, at: PlaceOf): string {
  const { diagnostics } = context;
  let program: hbs.AST.Program;
  try {
    program = parseText(text);
  } catch (error) {
    const { line, column, reason } = syntaxError(error, text);
    diagnostics.report('TEMPLATE_SYNTAX', { reason }, at(line, column));
    return '';
  }
  const placeIn = placesIn(text);
  lintProse(context, program, text, (offset) => {
    const { line, column } = placeIn(offset);
    return at(line, column - 1);
  });
  return program.body
    .map((statement) => {
      const place = at(statement.loc.start.line, statement.loc.start.column);
      switch (statement.type) {
        case 'ContentStatement':
          return escapeHtml((statement as hbs.AST.ContentStatement).value);
        case 'CommentStatement':
          return '';
        case 'MustacheStatement':
          return runMustache(context, statement as hbs.AST.MustacheStatement, place, at);
        default:
          diagnostics.report('TEMPLATE_SYNTAX', { reason: statement.type }, place);
          return '';
      }
    })
    .join('');
}

function runMustache(
  context: ComposeContext,
  statement: hbs.AST.MustacheStatement,
  place: Place,
  at: PlaceOf,
): string {
  const { diagnostics } = context;
  if (!statement.escaped) {
    diagnostics.report('TEMPLATE_RAW', {}, place);
    return '';
  }
  // null, undefined and numbers are names to the parser, too.
  const name = String((statement.path as { original?: unknown }).original);
  const helper = Object.hasOwn(inlineHelpers, name) ? inlineHelpers[name] : undefined;
  if (!helper) {
    diagnostics.report(
      'TEMPLATE_HELPER',
      { name, candidates: nearest(name, Object.keys(inlineHelpers)) },
      place,
    );
    return '';
  }
  const hash = (statement.hash as hbs.AST.Hash | undefined)?.pairs ?? [];
  const values = [...statement.params, ...hash.map((pair) => pair.value)].map(literalOf);
  if (values.some((value) => value === undefined)) {
    diagnostics.report('TEMPLATE_ARGUMENT', { helper: name, position: values.indexOf(undefined) + 1 }, place);
    return '';
  }
  const args = values.slice(0, statement.params.length);
  const [first] = statement.params;
  if (name === 'note' && first?.type === 'StringLiteral') args[0] = runNote(context, first, at);
  const named = Object.fromEntries(
    hash.map((pair, index) => [pair.key, values[statement.params.length + index]]),
  );
  return callInline(context, helper, { name, args, hash: named, place, inProse: true });
}

/** The text of a note is prose as well, and its numbers are figures: `{{note "…{{figure 'id'}}…"}}`. */
function runNote(
  context: ComposeContext,
  { value, loc }: hbs.AST.Expression & { value?: string },
  at: PlaceOf,
): string {
  const { line: first, column: start } = loc.start;
  // The quotation mark is not part of it.
  return runText(context, value ?? '', (line, column) =>
    at(line + first - 1, line === 1 ? column + start + 1 : column),
  );
}

function literalOf(expression: hbs.AST.Expression): string | number | boolean | undefined {
  switch (expression.type) {
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return (expression as hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral).value;
    default:
      return undefined;
  }
}

/** Prose as paragraphs: a blank line starts a new one, single line breaks are not kept. */
export function proseParagraphs(context: ComposeContext, prose: Prose, part?: string): string {
  const attribute = part === undefined ? '' : ` data-part="${escapeHtml(part)}"`;
  return runProse(context, prose)
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim().replace(/[ \t]*\n[ \t]*/g, ''))
    .filter((paragraph) => paragraph !== '')
    .map(
      (paragraph) => (part === undefined ? runIn(paragraph) : undefined) ?? `<p${attribute}>${paragraph}</p>`,
    )
    .join('\n');
}

/** Longest opening sentence that is set as a heading, in characters; of a longer one only 一是 is. */
const longestRunIn = 24;

/** A paragraph that opens with 一是…。 as a run-in heading, the third rung of 一、（一）一是; undefined for any other. */
function runIn(paragraph: string): string | undefined {
  const opening = /^([一二三四五六七八九十]+是)([^<。]*。)?/.exec(paragraph);
  const [, ordinal = '', sentence = ''] = opening ?? [];
  if (ordinal === '') return undefined;
  const title = sentence.length <= longestRunIn ? ordinal + sentence : ordinal;
  return `<p data-part="run-in"><strong>${title}</strong>${paragraph.slice(title.length)}</p>`;
}
