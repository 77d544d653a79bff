import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { cloneTree } from '../../document/clone-tree.ts';
import type { ReportDocument } from '../../document/document.ts';
import type { FontSubset } from '../../fonts/subset.ts';
import type { Theme } from '../../validate/schema/theme.ts';
import { continuationCss, reserveContinuations } from './continued-tables.ts';
import { coverCss } from './cover-css.ts';
import { addDataTables } from './data-tables.ts';
import { addFigureTitles } from './figure-titles.ts';
import { markForeignWords } from './foreign-words.ts';
import { dropPages } from './drop-pages.ts';
import { head } from './head.ts';
import { linkHeadings } from './heading-links.ts';
import { insertDrawings } from './insert-drawings.ts';
import { keepShortParagraphs } from './keep-short-paragraphs.ts';
import { landmarks } from './landmarks.ts';
import { layOutTables } from './lay-out-tables.ts';
import { markPlaces } from './mark-places.ts';
import { wrapOpeners } from './openers.ts';
import { pageCss } from './page-css.ts';
import { markFollowing } from '../page-groups.ts';
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

/**
 * One self-contained HTML page: no script (unless the preview adds one), no address outside itself. On paper it looks
 * like the PDF, which is this page printed. Throws only when the document breaks a promise of compose.
 */
export function renderHtml(document: ReportDocument, theme: Theme, options: HtmlOptions): string {
  const tree = cloneTree(document.tree);
  const { meta, notes, words } = document;
  const medium = options.mode === 'print' ? 'paper' : 'screen';
  if (medium === 'paper') markPlaces(tree);
  else dropPages(tree);
  insertDrawings(tree, document, theme.tokens, medium);
  layOutTables(tree);
  markFollowing(tree, theme.tokens);
  wrapOpeners(tree);
  if (medium === 'paper') {
    setPrintRoles(tree);
    keepShortParagraphs(tree, theme.tokens);
    reserveContinuations(tree);
  } else {
    addDataTables(tree, document);
    addFigureTitles(tree, notes);
    linkHeadings(tree);
  }
  markForeignWords(tree, meta.language);
  const css = [
    options.fonts?.css ?? '',
    tokenCss(theme.tokens),
    theme.css,
    coverCss(theme),
    pageCss(document, theme.tokens),
    options.mode === 'print' ? continuationCss : '',
  ].join('\n');
  const extra = options.mode === 'preview' ? options.preview : undefined;
  const headElement = head(meta, css, extra?.policy);
  const body = h('body', landmarks(tree, medium === 'paper' ? undefined : words));
  if (extra?.head !== undefined) headElement.children.push(raw(extra.head));
  if (extra?.body !== undefined) body.children.push(raw(extra.body));
  const page = h(null, { type: 'doctype' }, h('html', { lang: meta.language }, headElement, body));
  return toHtml(page, { allowDangerousHtml: true });
}
