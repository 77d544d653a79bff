/** The rooms behind the tree, loaded together and only when files are made: a check and a preview need none of them. */
export { beginAudit } from './audit/index.ts';
export { formats } from './render/index.ts';
export { cachedByPuppeteer } from './render/pdf/find-browser.ts';
export { renderAll } from './render/render-all.ts';
export { makeDocuments } from './reuse/make-documents.ts';
export { changesDocx } from './write/changes-docx.ts';
export { readOlderEdition } from './write/older-edition.ts';
export { writeReport } from './write/write-report.ts';
