/** Where a template does not parse; line from 1, column from 0 as Handlebars counts. */
export interface TemplateSyntaxError {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/** Read place and reason out of an error of `Handlebars.parse`, which has them in its fields or only in its text. */
export function syntaxError(error: unknown, text: string): TemplateSyntaxError {
  const { message, lineNumber, column } = error as Error & { lineNumber?: number; column?: number };
  if (lineNumber !== undefined) return { line: lineNumber, column: column ?? 0, reason: firstLine(message) };
  const line = Number(/Parse error on line (\d+)/.exec(message)?.[1] ?? 1);
  const [, excerpt = '', dashes = ''] = message.split('\n');
  const seen = excerpt.replace(/^\.\.\./, '');
  const start = (text.split('\n')[line - 1] ?? '').indexOf(seen);
  const into = Math.max(dashes.indexOf('^') - (excerpt.length - seen.length), 0);
  return {
    line,
    column: start < 0 ? 0 : start + into,
    reason: message.split('\n').at(-1) ?? firstLine(message),
  };
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}

/** A key a template uses and nothing has. */
export interface MissingKey {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

/**
 * The key a strict template did not find. Where the value at hand is a text, as in `#each` over ids, Handlebars fails
 * without a place, and the first use of the name in the template is it.
 */
export function missingKey(error: unknown, template: string): MissingKey | undefined {
  const { message, lineNumber, column = 0 } = error as Error & { lineNumber?: number; column?: number };
  const undefinedName = /^"(.*)" not defined in /.exec(message)?.[1];
  if (undefinedName !== undefined && lineNumber !== undefined)
    return { name: undefinedName, line: lineNumber, column };
  const name = (/^Cannot use 'in' operator to search for '(.*?)' in /.exec(message) ??
    lookedUp(error as Error))?.[1];
  if (name === undefined) return undefined;
  const named = new RegExp(`\\b${name.replace(/\W/g, '\\$&')}\\b`);
  return { name, ...placeIn(template, named) };
}

/** Where something first stands in a template, at its beginning where it does not. */
export function placeIn(template: string, sought: string | RegExp): Omit<MissingKey, 'name'> {
  const at = typeof sought === 'string' ? template.indexOf(sought) : template.search(sought);
  const before = template.slice(0, Math.max(at, 0)).split('\n');
  return { line: before.length, column: before.at(-1)?.length ?? 0 };
}

/** The name a path was to be followed by where it had led to nothing; the function of the engine that does it tells it from mistakes of ours. */
function lookedUp({ message, stack = '' }: Error): RegExpExecArray | null {
  const [, innermost = ''] = stack.slice(stack.indexOf(message) + message.length).split('\n');
  if (!innermost.includes('lookupProperty')) return null;
  return /^Cannot read properties of (?:undefined|null) \(reading '(.*?)'\)/.exec(message);
}
