/** Output formats, in the order they are listed; each has a folder here and a line in `index.ts`. */
export const formatIds = ['pdf', 'docx', 'html'] as const;
export type FormatId = (typeof formatIds)[number];
