import type { DocumentMeta } from '../../document/document.ts';

/** Names of the custom properties by which a copy that comes back is recognised. */
export const buildPropertyNames = {
  build: 'whitepaper-build',
  report: 'whitepaper-report',
  theme: 'whitepaper-theme',
  language: 'whitepaper-language',
} as const;

/** Which report this is (`region/period`) and which build of it; nothing for a document that was not built from files. */
export function buildProperties(meta: DocumentMeta): { name: string; value: string }[] {
  if (!meta.build) return [];
  const { build, report, theme, language } = buildPropertyNames;
  return [
    { name: build, value: meta.build.id },
    { name: report, value: `${meta.region}/${meta.period}` },
    { name: theme, value: meta.build.theme },
    { name: language, value: meta.language },
  ];
}
