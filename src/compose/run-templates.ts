import Handlebars from 'handlebars';
import type { TemplateFile } from '../load/read-files.ts';
import { nearest } from '../validate/nearest.ts';
import { blockHelpers, checkTemplate } from './check-template.ts';
import type { ComposeContext } from './context.ts';
import { callInline } from './helpers/call-inline.ts';
import type { HelperOptions, StructureCall } from './helpers/helper.ts';
import { structureHelpers, valueHelpers } from './helpers/index.ts';
import { inlineHelpers } from './helpers/inline.ts';
import {
  countRounds,
  templateBudget,
  TemplateCircle,
  TemplateRunaway,
  type TemplateBudget,
} from './template-budget.ts';
import { missingKey, placeIn } from './template-error.ts';

/** Names of all helpers a template can call. */
export const helperNames: readonly string[] = [
  ...blockHelpers,
  ...Object.keys(inlineHelpers),
  ...Object.keys(structureHelpers),
  ...Object.keys(valueHelpers),
];

/**
 * Run the report's template, with every other template as a partial under its name (`sections/creation`, `card`).
 * Strict: a value that is not there is a TEMPLATE_KEY with the template's own line, inside partials too, and the other
 * partials still run so that all such errors show at once. Returns HTML in the document vocabulary.
 */
export function runTemplates(context: ComposeContext, name: string, view: object): string {
  const { templates } = context.inputs;
  const { diagnostics } = context;
  const handlebars = Handlebars.create();
  const partials = [...templates.keys()].map(partialName);
  const sound = new Map(
    [...templates].filter(([, file]) => checkTemplate(file, { helpers: helperNames, partials }, diagnostics)),
  );
  const main = sound.get(name);
  if (!templates.has(name)) {
    const kinds = [...templates.keys()]
      .filter((key) => key.startsWith('reports/'))
      .map((key) => key.slice('reports/'.length));
    const kind = name.slice('reports/'.length);
    const place = context.inputs.report.yaml.place(['report', 'kind']);
    diagnostics.report('TEMPLATE_MISSING', { name: kind, candidates: nearest(kind, kinds) }, place);
  }
  if (!main || sound.size < templates.size) return '';
  registerHelpers(handlebars, context);
  const texts = new Map([...sound.values()].map(({ file, text }) => [file, text]));
  const running: Running = { files: [], view, texts, budget: templateBudget() };
  countRounds(handlebars, running.budget);
  for (const [key, file] of sound)
    handlebars.registerPartial(partialName(key), guarded(handlebars, file, context, running));
  try {
    return guarded(handlebars, main, context, running)(view);
  } catch (error) {
    if (error instanceof TemplateCircle) return '';
    if (!(error instanceof TemplateRunaway)) throw error;
    const { limit, found } = error;
    diagnostics.report('LIMIT_EXCEEDED', { limit, found }, { file: main.file, line: 1, column: 1 });
    return '';
  }
}

/** `partials/card` is called `card`; sections and reports keep their folder. */
function partialName(key: string): string {
  return key.replace(/^partials\//, '');
}

/** The templates being run, innermost last, and what the outermost was given. */
interface Running {
  readonly files: string[];
  readonly view: object;
  /** Texts of the templates by file. */
  readonly texts: ReadonlyMap<string, string>;
  readonly budget: TemplateBudget;
}

/** More of one template inside itself is a circle. */
const deepestNesting = 10;

/** A compiled template that turns what goes wrong inside it into a diagnostic at its own place, and prints nothing. */
function guarded(
  handlebars: typeof Handlebars,
  { file, text }: TemplateFile,
  { diagnostics }: ComposeContext,
  running: Running,
): Handlebars.TemplateDelegate {
  const template = handlebars.template(compiled(file, text));

  const attempt = (within: string, data: unknown, run: () => unknown): string => {
    running.files.push(within);
    try {
      // A block that is one helper's markup is no string, which the engine needs to indent it.
      const text = String(run());
      if (!text.includes('[object Object]')) return text;
      const reason = '{{…}} prints an item as a whole, and an item is no text: name a part of it';
      diagnostics.report('TEMPLATE_SYNTAX', { reason }, { file: within, line: 1, column: 1 });
      return '';
    } catch (error) {
      if (error instanceof Error && error.message === 'The partial @partial-block could not be found') {
        const reason = '{{> @partial-block}} stands in a template that is handed no block';
        const { line, column } = placeIn(running.texts.get(within) ?? '', '@partial-block');
        diagnostics.report('TEMPLATE_SYNTAX', { reason }, { file: within, line, column: column + 1 });
        return '';
      }
      const missing = missingKey(error, running.texts.get(within) ?? '');
      if (!missing) throw error;
      const { line, column } = missing;
      const name = pathAt(running.texts.get(within) ?? '', line, column) ?? missing.name;
      const place = { file: within, line, column: column + 1 };
      const candidates = nearest(name, keysIn([data, running.view]));
      diagnostics.report('TEMPLATE_KEY', { name, candidates }, place);
      return '';
    } finally {
      running.files.pop();
    }
  };

  return (data: unknown, options?: Handlebars.RuntimeOptions) => {
    if (running.files.filter((name) => name === file).length >= deepestNesting) {
      const reason = running.files.slice(-2).join(' → ');
      diagnostics.report('TEMPLATE_SYNTAX', { reason }, { file, line: 1, column: 1 });
      throw new TemplateCircle(reason);
    }
    // The block a template hands to a partial is its own text, wherever it is run.
    const frame = options?.data as Record<string, unknown> | undefined;
    const block = frame?.['partial-block'];
    const caller = running.files.at(-1);
    if (frame && typeof block === 'function' && caller !== undefined) {
      const run = block as Handlebars.TemplateDelegate;
      frame['partial-block'] = Object.assign(
        (given: unknown, how?: Handlebars.RuntimeOptions) => attempt(caller, given, () => run(given, how)),
        block,
      );
    }
    return attempt(file, data, () => running.budget.spend(() => template(data, options)));
  };
}

/** Templates as they were last compiled, by file: they seldom change between two reports or two saves. */
const lastCompiled = new Map<string, { readonly text: string; readonly program: TemplateSpecification }>();

/** A template compiled so that arguments are strict too: `{{#if report.sampel}}` is an error, not false. */
function compiled(file: string, text: string): TemplateSpecification {
  const last = lastCompiled.get(file);
  if (last?.text === text) return last.program;
  const tree = Handlebars.parse(text, { srcName: file });
  new StrictPaths().accept(tree);
  const options = {
    data: true,
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(helperNames.map((helper) => [helper, true])),
    srcName: file,
  };
  // What `Handlebars.compile` does inside itself, whose result belongs to one set of helpers.
  const { Compiler, JavaScriptCompiler } = Handlebars as unknown as Compilers;
  const environment = new Compiler().compile(tree, options);
  const program = new JavaScriptCompiler().compile(environment, options, undefined, true);
  lastCompiled.set(file, { text, program });
  return program;
}

/** Parts of Handlebars its types leave out. */
interface Compilers {
  readonly Compiler: new () => { compile(tree: hbs.AST.Program, options: object): object };
  readonly JavaScriptCompiler: new () => {
    compile(environment: object, options: object, context: undefined, asObject: true): TemplateSpecification;
  };
}

class StrictPaths extends Handlebars.Visitor {
  override PathExpression(path: hbs.AST.PathExpression & { strict?: boolean }): void {
    path.strict = true;
  }
}

function registerHelpers(handlebars: typeof Handlebars, context: ComposeContext): void {
  for (const [name, helper] of Object.entries(inlineHelpers)) {
    handlebars.registerHelper(name, (...given: unknown[]) => {
      const { args, options } = split(given);
      return new Handlebars.SafeString(
        callInline(context, helper, { name, args, hash: options.hash, place: placeOf(options) }),
      );
    });
  }
  for (const [name, helper] of Object.entries(structureHelpers)) {
    handlebars.registerHelper(name, function (this: unknown, ...given: unknown[]) {
      const call = structureCall(name, given, this);
      return new Handlebars.SafeString(usable(context, call, () => helper(context, call)) ?? '');
    });
  }
  for (const [name, helper] of Object.entries(valueHelpers)) {
    handlebars.registerHelper(name, function (this: unknown, ...given: unknown[]) {
      const call = structureCall(name, given, this);
      return usable(context, call, () => helper(context, call));
    });
  }
}

/** Helpers that are handed an item or a figure by the template, which only they themselves look into. */
const ofItems = new Set([
  'date',
  'level-of',
  'remark',
  'scope-of',
  'field-of',
  'change-of',
  'text',
  'paragraphs',
  'before-revision',
]);

/**
 * What a helper gives; one that was handed something of another kind than it works on is called wrongly. What goes wrong with a figure of
 * the report, or in a helper that looks things up itself, is our own mistake and is thrown.
 */
function usable<Result>(
  { diagnostics, facts, printed }: ComposeContext,
  { name, args, options, place }: StructureCall,
  run: () => Result,
): Result | undefined {
  try {
    return run();
  } catch (error) {
    const key = (args[0] as { key?: unknown } | null | undefined)?.key;
    const isFigure = typeof key === 'string' && (facts.figures.has(key) || printed.has(key));
    if (!(error instanceof TypeError) || options.fn || !ofItems.has(name) || isFigure) throw error;
    diagnostics.report('TEMPLATE_ARGUMENT', { helper: name, position: 1 }, place);
    return undefined;
  }
}

function structureCall(name: string, given: readonly unknown[], self: unknown): StructureCall {
  const { args, options } = split(given);
  return { name, args, hash: options.hash, place: placeOf(options), options, self };
}

function split(given: readonly unknown[]): { args: unknown[]; options: HelperOptions } {
  return { args: given.slice(0, -1), options: given.at(-1) as HelperOptions };
}

function placeOf({ loc }: HelperOptions): { file: string; line: number; column: number } {
  return { file: loc.source, line: loc.start.line, column: loc.start.column + 1 };
}

/** The path written at a place of a template, `reprot.title`, without what leads to its start. */
function pathAt(text: string, line: number, column: number): string | undefined {
  const rest = text.split('\n')[line - 1]?.slice(column) ?? '';
  return /^(?:@root\.|this\.|(?:\.\.\/)+)?([A-Za-z_][\w.-]*)/.exec(rest)?.[1];
}

/** Property names and paths in what a template was given, a few levels deep, to suggest the one that was meant. */
function keysIn(value: unknown, prefix = '', depth = 3): string[] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  if (Array.isArray(value)) return value.slice(0, 3).flatMap((item) => keysIn(item, '', depth - 1));
  return Object.entries(value).flatMap(([key, child]) => {
    const path = prefix + key;
    return [...new Set([key, path]), ...keysIn(child, `${path}.`, depth - 1)];
  });
}
