import type { Inputs } from '../validate/index.ts';

/** Nothing for the default theme and language, `.gongwen`, `.en` for others. */
export function variantSuffix({ theme, language }: Pick<Inputs, 'theme' | 'language'>): string {
  return (language === 'zh-CN' ? '' : `.${language}`) + (theme.id === 'whitepaper' ? '' : `.${theme.id}`);
}
