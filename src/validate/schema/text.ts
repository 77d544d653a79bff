import { z } from 'zod';
import { limits } from '../../diagnostics/limits.ts';

const tag = /<[A-Za-z/!?][^>]{0,20}>?/;

/** What in a text would be markup, or in a text without figures a template; undefined where there is nothing. */
export function findMarkup(text: string, braces: 'forbidden' | 'allowed'): string | undefined {
  const found = tag.exec(text) ?? (braces === 'forbidden' ? /\{\{.{0,20}/.exec(text) : null);
  return found?.[0];
}

/** Text that is printed as it is: no markup, no template. */
export const plainText = z
  .string()
  .min(1)
  .max(limits.text)
  .refine((text) => findMarkup(text, 'forbidden') === undefined, { params: { markup: true } });

/** A name in the languages the project prints in; Chinese is the one that must be there. */
export const localized = z.strictObject({
  zh: plainText.describe('中文'),
  en: plainText.optional().describe('English'),
});

export type Localized = z.infer<typeof localized>;

/**
 * Prose whose numbers are figures: `全年立案{{figure "protection.admin.cases_filed.total"}}。`
 * Only the inline helpers are allowed in it; a blank line starts a new paragraph.
 */
export const prose = z
  .string()
  .min(1)
  .max(limits.text)
  .refine((text) => findMarkup(text, 'allowed') === undefined, { params: { markup: true } })
  .describe('正文，数字用 {{figure "指标"}} 引用');
