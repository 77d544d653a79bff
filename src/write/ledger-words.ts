import { localePlace } from '../compose/context.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { nearest } from '../validate/nearest.ts';
import type { Inputs } from '../validate/index.ts';
import type { Words } from './figures-xlsx.ts';

/** The words of a locale. Reports LOCALE_MISSING, once a word. */
export function ledgerWords(
  { locale: { words }, language }: Pick<Inputs, 'locale' | 'language'>,
  diagnostics: Diagnostics,
): Words {
  const missing = new Set<string>();
  return (key, fallback) => {
    const word = words[key] ?? fallback;
    if (word === undefined && !missing.has(key)) {
      missing.add(key);
      const candidates = nearest(key, Object.keys(words));
      diagnostics.report('LOCALE_MISSING', { name: key, candidates }, localePlace(language));
    }
    return word ?? '';
  };
}
