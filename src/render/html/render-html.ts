import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { ReportDocument } from '../../document/document.ts';
import type { FontSubset } from '../../fonts/subset.ts';
import type { Theme } from '../../validate/schema/theme.ts';
import { dropPages } from './drop-pages.ts';
import { head } from './head.ts';
import { insertDrawings } from './insert-drawings.ts';
import { landmarks } from './landmarks.ts';
import { layOutTables } from './lay-out-tables.ts';
import { markPlaces } from './mark-places.ts';
import { pageCss } from './page-css.ts';
import { setPrintRoles } from './print-roles.ts';
import { raw } from './raw.ts';
import { tokenCss } from './token-css.ts';

/** What the page is for: a file that is opened by itself, the PDF, or the live draft. */
export type HtmlMode = 'file' | 'print' | 'preview';

export interface HtmlOptions {
  readonly mode: HtmlMode;
  /** From `subsetFonts` with the characters of `documentCharacters`; without, the reader's own fonts are used. */
  readonly fonts?: Pick<FontSubset, 'css'>;
  /** Markup the preview server adds: trusted, inserted as it is at the end of `<head>` and of `<body>`. */
  readonly preview?: { readonly head?: string; readonly body?: string; readonly policy?: string };
}

const skipLabels: Readonly<Record<string, string>> = { zh: '跳到正文' };

/**
 * One self-contained HTML page: no script (unless the preview adds one), no address outside itself. On paper it looks
 * like the PDF, which is this page printed. Throws only when the document breaks a promise of compose.
 */
export function renderHtml(document: ReportDocument, theme: Theme, options: HtmlOptions): string {
  const tree: Root = structuredClone(document.tree);
  if (options.mode === 'print') markPlaces(tree);
  else dropPages(tree);
  insertDrawings(tree, document.drawings, theme.tokens);
  layOutTables(tree);
  if (options.mode === 'print') setPrintRoles(tree);
  const { meta } = document;
  const css = [
    options.fonts?.css ?? '',
    tokenCss(theme.tokens),
    theme.css,
    pageCss(document, theme.tokens),
  ].join('\n');
  const extra = options.mode === 'preview' ? options.preview : undefined;
  const headElement = head(meta, css, extra?.policy);
  const skipLabel = skipLabels[meta.language.split('-')[0] ?? ''] ?? 'Skip to the text';
  const body = h('body', landmarks(tree, options.mode === 'print' ? undefined : skipLabel));
  if (extra?.head !== undefined) headElement.children.push(raw(extra.head));
  if (extra?.body !== undefined) body.children.push(raw(extra.body));
  const page = h(null, { type: 'doctype' }, h('html', { lang: meta.language }, headElement, body));
  return toHtml(page, { allowDangerousHtml: true });
}
