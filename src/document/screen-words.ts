/** Words only screens need, by their key in the locale. Renderers have them from the document: they see no locale. */
export const screenWords = [
  'screen.skip',
  'screen.contents',
  'screen.data',
  'screen.data_of',
  'screen.item',
  'screen.series',
  'screen.time',
  'screen.value',
  'screen.source',
] as const;

export type ScreenWords = Readonly<Record<(typeof screenWords)[number], string>>;
