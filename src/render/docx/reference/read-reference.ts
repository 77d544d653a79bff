import type { Diagnostics } from '../../../diagnostics/diagnostic.ts';
import type { WordReference } from '../../../validate/schema/theme.ts';
import { openDocx } from '../package/open-docx.ts';
import { relationshipsOf } from '../package/relationships.ts';
import type { Parts } from '../package/zip.ts';
import { paragraphStyleNames, type ParagraphStyleId } from '../styles/ids.ts';
import { parseXml } from '../xml.ts';
import { styleKey, stylesById } from './style-sheet.ts';

/** What is taken from an office's Word file: two of its parts as XML. */
export interface ReferenceStyles {
  readonly styles: string;
  /** Colours and fonts its styles may refer to; absent where it has none. */
  readonly theme?: string;
}

/** The styles a document's look hangs on: all others of ours can be made to go with these. */
const needed = [
  'Normal',
  'Heading1',
  'Heading2',
  'Heading3',
  'Title',
  'Caption',
  'TOC1',
  'TOC2',
  'Header',
  'Footer',
] as const satisfies readonly ParagraphStyleId[];

/**
 * Open the Word file a theme names. Reports what `openDocx` does, and THEME_WORD_STYLES with every style it lacks; throws
 * `ReportError` after either.
 */
export function readReference(
  reference: WordReference,
  diagnostics: Diagnostics,
): ReferenceStyles | undefined {
  const { path, bytes, place } = reference;
  const parts = openDocx(bytes, path, diagnostics, place);
  diagnostics.throwIfErrors();
  if (!parts) return undefined;
  const styles = partOfType(parts, 'styles') ?? '<w:styles/>';
  const present = new Set([...stylesById(parseXml(styles)).values()].map(styleKey));
  const missing = needed
    .map((id) => paragraphStyleNames[id])
    .filter((name) => !present.has(`paragraph ${name.toLowerCase()}`));
  if (missing.length > 0) diagnostics.report('THEME_WORD_STYLES', { path, missing }, place);
  diagnostics.throwIfErrors();
  const theme = partOfType(parts, 'theme');
  return { styles, ...(theme !== undefined && { theme }) };
}

/** The XML part the document has a relationship of a kind to; the kind's address differs between editions of the standard. */
function partOfType(parts: Parts, kind: string): string | undefined {
  const found = relationshipsOf(parts, 'word/document.xml').find(({ type }) =>
    type.endsWith(`/relationships/${kind}`),
  );
  const part = found?.target === undefined ? undefined : parts.get(found.target);
  return typeof part === 'string' ? part : undefined;
}
