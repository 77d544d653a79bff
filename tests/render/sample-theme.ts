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
