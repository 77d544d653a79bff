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

/** A thin paragraph: Word needs one between two tables, which would otherwise become one, and a rule needs one above it. */
export function gap(options: Pick<IParagraphOptions, 'keepNext'> = {}): Paragraph {
  return new Paragraph({ ...options, style: 'Gap' });
}
