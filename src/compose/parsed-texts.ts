import Handlebars from 'handlebars';

/** More texts than any report has; a preview that has met so many forgets them all. */
const most = 10_000;

const programs = new Map<string, hbs.AST.Program>();

/**
 * A text as Handlebars reads it. Each save of a preview, and each report of a run, meets nearly the same texts again: what was read
 * once is handed out again, and must not be changed. Throws what the parser throws.
 */
export function parseText(text: string): hbs.AST.Program {
  const known = programs.get(text);
  if (known) return known;
  const program = Handlebars.parse(text);
  if (programs.size >= most) programs.clear();
  programs.set(text, program);
  return program;
}
