import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { nearest } from '../validate/nearest.ts';
import type { Locale } from '../validate/schema/locale.ts';
import type { Words } from './figures-xlsx.ts';

/** The words of a locale. Reports LOCALE_MISSING, once a word. */
export function ledgerWords({ words }: Locale, diagnostics: Diagnostics): Words {
  const missing = new Set<string>();
  return (key, fallback) => {
    const word = words[key] ?? fallback;
    if (word === undefined && !missing.has(key)) {
      missing.add(key);
      diagnostics.report('LOCALE_MISSING', { name: key, candidates: nearest(key, Object.keys(words)) });
    }
    return word ?? '';
  };
}
