import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { Bookmark, TextRun, type ParagraphChild } from 'docx';
import { captionLabel, readCaption } from '../captions.ts';
import type { RunContext } from '../context.ts';
import { elementsIn, partOf } from '../element.ts';
import { field } from '../field.ts';
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
  if (part === 'number' && inCaption && context.captions.has(element)) return captionNumber(element, context);
  if (part === 'number' && context.paragraphStyle === 'TableOfFigures') return listedNumber(element, context);
  let style: CharacterStyleId | undefined = part && partRoles[part].inline;
  if (part === 'number' && inCaption) style = 'CaptionNumber';
  const runs = context.runs(
    element,
    style && context.run.style === undefined ? { ...context, run: { ...context.run, style } } : context,
  );
  if (part !== 'number' || ownSpace.test(toString(element))) return runs;
  return [...runs, new TextRun({ text: '\u2002' })];
};

/** `图2-1` with its index counted by Word, bookmarked for the references that repeat it. */
function captionNumber(element: Element, context: RunContext): ParagraphChild[] {
  const caption = context.captions.get(element);
  if (!caption) return [];
  const style = 'CaptionNumber';
  const number = [
    new TextRun({ style, text: `${caption.label}${caption.chapter}` }),
    ...field(caption.instruction, String(caption.index), style),
  ];
  const bookmark = context.references.bookmarkOf(element);
  return [
    ...(bookmark === undefined ? number : [new Bookmark({ id: bookmark, children: number })]),
    new TextRun({ style, text: '\u3000' }),
  ];
}

/** A number in a list, as the caption has it: updating the list must not change it. */
function listedNumber(element: Element, { run }: RunContext): ParagraphChild[] {
  const text = toString(element);
  const caption = readCaption(text);
  return [new TextRun({ ...run, text: caption ? `${captionLabel(caption)}\u3000` : text })];
}

/** Whether the page number in a place has words to stand for it. */
function saysWhere(place: Element): boolean {
  return elementsIn(place).some((link) => elementsIn(link).some((page) => page.children.length > 0));
}
