import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { TextRun } from 'docx';
import { elementsIn, partOf } from '../element.ts';
import type { CharacterStyleId } from '../styles/ids.ts';
import type { InlineHandler } from './handler.ts';
import { pageReference } from './page-reference.ts';
import { partRoles } from './parts.ts';

/** Numbers that bring their own space: 一、 and （一） end in a full-width mark, others may end in a blank. */
const ownSpace = /[、）)\s]$/;

/** A span in the character style of its part; a figure or heading number is set off from the words after it. */
export const spanHandler: InlineHandler = (element, context) => {
  context.bookmarks.hold(element.properties.id);
  const part = partOf(element);
  // Links of an index say what they lead to in words: a field of Word's could not leave out a page that comes twice.
  if (part === 'place' && !saysWhere(element)) return [];
  if (part === 'page' && element.children.length === 0)
    return context.linkTo === undefined ? [] : [pageReference(context.linkTo)];
  const inCaption = context.paragraphStyle === 'Caption' || context.paragraphStyle === 'TableCaption';
  let style: CharacterStyleId | undefined = part && partRoles[part].inline;
  if (part === 'number' && inCaption) style = 'CaptionNumber';
  const runs = context.runs(
    element,
    style && context.run.style === undefined ? { ...context, run: { ...context.run, style } } : context,
  );
  if (part !== 'number' || ownSpace.test(toString(element))) return runs;
  return [...runs, new TextRun({ text: '\u2002' })];
};

/** Whether the page number in a place has words to stand for it. */
function saysWhere(place: Element): boolean {
  return elementsIn(place).some((link) => elementsIn(link).some((page) => page.children.length > 0));
}
