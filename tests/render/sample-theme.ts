import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { themeSchema, type Theme } from '../../src/validate/schema/theme.ts';

const folder = new URL('../../templates/themes/whitepaper/', import.meta.url);

/** The white paper's theme as the load and validate stages hand it over. */
export function sampleTheme(): Theme {
  return {
    id: 'whitepaper',
    tokens: themeSchema.parse(parse(readFileSync(new URL('theme.yaml', folder), 'utf8'))),
    css: ['text.css', 'print.css', 'screen.css']
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n'),
  };
}

/** The official document's theme: what it says itself, all else from the white paper's. Style sheets are left out. */
export function officialTheme(): Theme {
  const own = parse(readFileSync(new URL('../gongwen/theme.yaml', folder), 'utf8')) as object;
  const base = parse(readFileSync(new URL('theme.yaml', folder), 'utf8')) as object;
  const tokens = Object.entries(merged(base, own) as object).filter(([name]) => name !== 'extends');
  return { id: 'gongwen', tokens: themeSchema.parse(Object.fromEntries(tokens)), css: '' };
}

function merged(base: unknown, own: unknown): unknown {
  if (!isMapping(base) || !isMapping(own)) return own ?? base;
  const names = [...new Set([...Object.keys(base), ...Object.keys(own)])];
  return Object.fromEntries(names.map((name) => [name, merged(base[name], own[name])]));
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
