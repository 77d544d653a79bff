import { Bookmark, Paragraph, type IParagraphOptions, type ParagraphChild } from 'docx';
import type { Context } from './context.ts';
import type { ParagraphStyleId } from './styles/ids.ts';

/** A paragraph in a named style, carrying the bookmarks of the elements that begin with it. */
export function styledParagraph(
  context: Context,
  style: ParagraphStyleId,
  children: readonly ParagraphChild[],
  options: Omit<IParagraphOptions, 'children' | 'style' | 'text'> = {},
): Paragraph {
  const marked = context.bookmarks
    .take()
    .reduce<readonly ParagraphChild[]>((inner, id) => [new Bookmark({ id, children: inner })], children);
  return new Paragraph({ ...options, style, children: marked });
}

/** The paragraph between two sections that share a page. */
export function sectionGap(): Paragraph {
  return new Paragraph({ style: 'SectionGap' });
}

/** The thin paragraph Word needs between two tables, which would otherwise become one. */
export function gap(): Paragraph {
  return new Paragraph({ style: 'Gap' });
}
