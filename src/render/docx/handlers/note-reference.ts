import { FootnoteReference, TextRun } from 'docx';
import { visit } from '../../../document/visit.ts';
import { noteOf } from '../../../document/footnotes.ts';
import type { InlineHandler } from './handler.ts';

/**
 * A reference to a note that is a footnote in Word: its number within the brackets the report sets around it, each in a
 * run of its own. Any other raised text stays that.
 */
export const noteReferenceHandler: InlineHandler = (element, context) => {
  const note = noteOf(element);
  const footnote = note === undefined ? undefined : context.footnotes.get(note);
  if (!footnote) return context.runs(element, { ...context, run: { ...context.run, superScript: true } });
  // Links to places in the note lead to its reference, which stands on the same page.
  for (const node of footnote.content)
    visit(node, 'element', ({ properties }) => {
      context.bookmarks.hold(properties.id);
    });
  const [before, after] = footnote.around;
  return [before, new FootnoteReference(footnote.id), after]
    .filter((part) => part !== '')
    .map((part) => new TextRun({ style: 'FootnoteReference', children: [part] }));
};
