import { Paragraph, TextRun, type IPropertiesOptions } from 'docx';
import type { Context } from './context.ts';

/** The footnotes as the library takes them, which puts Word's number before each; figures and links are handled as in the body. */
export function renderFootnotes(context: Context): NonNullable<IPropertiesOptions['footnotes']> {
  const inside: Context = { ...context, paragraphStyle: 'FootnoteText' };
  return Object.fromEntries(
    [...context.footnotes.values()].map(({ id, content }) => {
      const children = [new TextRun(' '), ...inside.line(content, inside)];
      return [String(id), { children: [new Paragraph({ style: 'FootnoteText', children })] }];
    }),
  );
}
