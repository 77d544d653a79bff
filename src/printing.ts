/** The rooms behind the tree, loaded together and only when files are made: a check and a preview need none of them. */
export { beginAudit } from './audit/index.ts';
export { startEngines } from './make/engines.ts';
export { makeDocuments } from './make/make-documents.ts';
export { cachedByPuppeteer } from './render/pdf/find-browser.ts';
export { remakeDocuments } from './reuse/remake-documents.ts';
export { changesDocx } from './write/changes-docx.ts';
export { readOlderEdition } from './write/older-edition.ts';
export { writeReport } from './write/write-report.ts';
