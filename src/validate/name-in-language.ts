import type { Localized } from './schema/text.ts';

/** A name in the report's language, Chinese where it has no other. */
export function nameInLanguage(language: string, name: Localized): string {
  return (language.startsWith('en') ? name.en : undefined) ?? name.zh;
}
