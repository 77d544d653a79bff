import Handlebars from 'handlebars';
import type { DiagnosticDetails } from '../diagnostics/catalogue.ts';
import type { Diagnostics, Place } from '../diagnostics/diagnostic.ts';
import { limits } from '../diagnostics/limits.ts';
import type { TemplateFile } from '../load/read-files.ts';
import { nearest } from '../validate/nearest.ts';
import { lintTemplate } from './lint/index.ts';
import { isStatistic } from './lint/literal-statistic.ts';
import { parseText } from './parsed-texts.ts';
import { syntaxError } from './template-error.ts';
import { tooDeep } from './too-deep.ts';

/** Handlebars' own helpers a template may use: blocks with one argument. `lookup` and `log` would not be strict. */
export const blockHelpers: readonly string[] = ['if', 'unless', 'each', 'with'];

/** Names a template may use. */
export interface TemplateNames {
  readonly helpers: readonly string[];
  readonly partials: readonly string[];
}

/**
 * Read a template without running it and report all that is wrong in it at once: TEMPLATE_SYNTAX, TEMPLATE_RAW,
 * TEMPLATE_HELPER, TEMPLATE_KEY, TEMPLATE_MISSING, LITERAL_NUMBER, LITERAL_STATISTIC, CLAIM_UNBOUND. True where it can be compiled.
 */
export function checkTemplate(
  template: TemplateFile,
  names: TemplateNames,
  diagnostics: Diagnostics,
): boolean {
  const key = [template.text, ...names.partials].join('\n');
  if (faultless.get(template.file) === key) return true;
  const before = diagnostics.all.length;
  const isSound = readThrough(template, names, diagnostics);
  if (diagnostics.all.length === before) faultless.set(template.file, key);
  return isSound;
}

/** Templates as they were when nothing was found to say about them, by file, with the names they could use. */
const faultless = new Map<string, string>();

function readThrough({ file, text }: TemplateFile, names: TemplateNames, diagnostics: Diagnostics): boolean {
  const deep = tooDeep(text);
  if (deep !== undefined) {
    const line = text.slice(0, deep).split('\n').length;
    diagnostics.report(
      'LIMIT_EXCEEDED',
      { limit: 'depth', found: limits.depth + 1 },
      { file, line, column: 1 },
    );
    return false;
  }
  let program: hbs.AST.Program;
  try {
    program = parseText(text);
  } catch (error) {
    const { line, column, reason } = syntaxError(error, text);
    diagnostics.report('TEMPLATE_SYNTAX', { reason }, { file, line, column: column + 1 });
    return false;
  }
  const checker = new TemplateChecker({ file, text }, names, diagnostics);
  checker.accept(program);
  lintTemplate(program, text, file, diagnostics);
  return checker.sound;
}

class TemplateChecker extends Handlebars.Visitor {
  sound = true;
  readonly #file: string;
  readonly #lines: readonly string[];
  readonly #names: TemplateNames;
  readonly #diagnostics: Diagnostics;

  constructor({ file, text }: TemplateFile, names: TemplateNames, diagnostics: Diagnostics) {
    super();
    this.#file = file;
    this.#lines = text.split(/\r\n?|\n/);
    this.#names = names;
    this.#diagnostics = diagnostics;
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) this.#fail('TEMPLATE_RAW', {}, mustache);
    this.#checkCall(mustache);
    this.#checkLiteral(mustache);
    super.MustacheStatement(mustache);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    this.#checkHelper(block.path);
    if (blockHelpers.includes(nameOf(block.path)) && block.params.length !== 1)
      this.#fail('TEMPLATE_ARGUMENT', { helper: nameOf(block.path), position: 1 }, block);
    super.BlockStatement(block);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.#checkHelper(expression.path);
    super.SubExpression(expression);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.#checkPartial(partial);
    super.PartialStatement(partial);
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.#checkPartial(partial);
    super.PartialBlockStatement(partial);
  }

  /** What every object inherits is no value of ours, and the engine takes it for one that is not there. */
  override PathExpression(path: hbs.AST.PathExpression): void {
    if (path.parts.some((part: unknown) => typeof part === 'string' && part in Object.prototype))
      this.#fail('TEMPLATE_KEY', { name: path.original, candidates: [] }, path);
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.#fail('TEMPLATE_HELPER', { name: `* ${nameOf(decorator.path)}`, candidates: [] }, decorator);
  }

  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    this.#fail('TEMPLATE_HELPER', { name: `#* ${nameOf(decorator.path)}`, candidates: [] }, decorator);
  }

  /** `{{name}}` alone may be a value of the context; with arguments it can only be a helper. */
  #checkCall(call: hbs.AST.MustacheStatement): void {
    const hash = (call.hash as hbs.AST.Hash | undefined)?.pairs ?? [];
    const name = nameOf(call.path);
    const isBuiltIn = Object.hasOwn(Handlebars.helpers, name);
    if (isBuiltIn) this.#fail('TEMPLATE_HELPER', { name, candidates: [] }, call);
    else if (call.params.length > 0 || hash.length > 0) this.#checkHelper(call.path);
  }

  /** A statistic is not declared away here either. */
  #checkLiteral({ path, params: [words], loc }: hbs.AST.MustacheStatement): void {
    if (nameOf(path) !== 'literal' || words?.type !== 'StringLiteral') return;
    const found = (words as hbs.AST.StringLiteral).value;
    const next = this.#lines[loc.end.line - 1]?.slice(loc.end.column) ?? '';
    const previous = this.#lines[loc.start.line - 1]?.slice(0, loc.start.column) ?? '';
    if (!isStatistic(found, next, previous)) return;
    const place = { file: this.#file, line: loc.start.line, column: loc.start.column + 1 };
    this.#diagnostics.report('LITERAL_STATISTIC', { found }, place);
  }

  #checkHelper(path: hbs.AST.PathExpression | hbs.AST.Literal): void {
    const name = nameOf(path);
    if (this.#names.helpers.includes(name)) return;
    this.#fail('TEMPLATE_HELPER', { name, candidates: nearest(name, this.#names.helpers) }, path);
  }

  #checkPartial(partial: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): void {
    const name = partial.name.type === 'SubExpression' ? '(…)' : nameOf(partial.name);
    if (name === '@partial-block' || this.#names.partials.includes(name)) return;
    this.#fail('TEMPLATE_MISSING', { name, candidates: nearest(name, this.#names.partials) }, partial);
  }

  #fail<
    Code extends
      'TEMPLATE_RAW' | 'TEMPLATE_HELPER' | 'TEMPLATE_KEY' | 'TEMPLATE_MISSING' | 'TEMPLATE_ARGUMENT',
  >(code: Code, details: DiagnosticDetails<Code>, node: hbs.AST.Node): void {
    this.sound = false;
    const { line, column } = node.loc.start;
    const place: Place = { file: this.#file, line, column: column + 1 };
    this.#diagnostics.report(code, details, place);
  }
}

/** What a call is written with; to the parser null, numbers and texts are names, too. */
function nameOf(path: hbs.AST.Expression): string {
  return String((path as { original?: unknown }).original);
}
