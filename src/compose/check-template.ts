import Handlebars from 'handlebars';
import type { Diagnostics, Place } from '../diagnostics/diagnostic.ts';
import type { TemplateFile } from '../load/read-files.ts';
import { nearest } from '../validate/nearest.ts';
import { syntaxError } from './template-error.ts';

/** Names a template may use. */
export interface TemplateNames {
  readonly helpers: readonly string[];
  readonly partials: readonly string[];
}

/**
 * Read a template without running it and report all that is wrong in it at once: TEMPLATE_SYNTAX, TEMPLATE_RAW,
 * TEMPLATE_HELPER, TEMPLATE_MISSING. True where it can be compiled.
 */
export function checkTemplate(
  { file, text }: TemplateFile,
  names: TemplateNames,
  diagnostics: Diagnostics,
): boolean {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(text);
  } catch (error) {
    const { line, column, reason } = syntaxError(error, text);
    diagnostics.report('TEMPLATE_SYNTAX', { reason }, { file, line, column: column + 1 });
    return false;
  }
  const checker = new TemplateChecker(file, names, diagnostics);
  checker.accept(program);
  return checker.sound;
}

class TemplateChecker extends Handlebars.Visitor {
  sound = true;
  readonly #file: string;
  readonly #names: TemplateNames;
  readonly #diagnostics: Diagnostics;

  constructor(file: string, names: TemplateNames, diagnostics: Diagnostics) {
    super();
    this.#file = file;
    this.#names = names;
    this.#diagnostics = diagnostics;
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) this.#fail('TEMPLATE_RAW', { name: '', candidates: [] }, mustache);
    this.#checkCall(mustache);
    super.MustacheStatement(mustache);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    this.#checkHelper(block.path);
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

  /** `{{name}}` alone may be a value of the context; with arguments it can only be a helper. */
  #checkCall(call: hbs.AST.MustacheStatement): void {
    const hash = (call.hash as hbs.AST.Hash | undefined)?.pairs ?? [];
    if (call.params.length > 0 || hash.length > 0) this.#checkHelper(call.path as hbs.AST.PathExpression);
  }

  #checkHelper(path: hbs.AST.PathExpression): void {
    if (this.#names.helpers.includes(path.original)) return;
    const candidates = nearest(path.original, this.#names.helpers);
    this.#fail('TEMPLATE_HELPER', { name: path.original, candidates }, path);
  }

  #checkPartial(partial: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): void {
    const name = (partial.name as hbs.AST.PathExpression).original;
    if (name === '@partial-block' || this.#names.partials.includes(name)) return;
    this.#fail('TEMPLATE_MISSING', { name, candidates: nearest(name, this.#names.partials) }, partial);
  }

  #fail(
    code: 'TEMPLATE_RAW' | 'TEMPLATE_HELPER' | 'TEMPLATE_MISSING',
    details: { name: string; candidates: readonly string[] },
    node: hbs.AST.Node,
  ): void {
    this.sound = false;
    const { line, column } = node.loc.start;
    const place: Place = { file: this.#file, line, column: column + 1 };
    this.#diagnostics.report(code, details, place);
  }
}
