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
