import { toString } from 'hast-util-to-string';
import { TextRun } from 'docx';
import { partOf } from '../element.ts';
import type { CharacterStyleId } from '../styles/ids.ts';
import type { InlineHandler } from './handler.ts';
import { partRoles } from './parts.ts';

/** Numbers that bring their own space: 一、 and （一） end in a full-width mark, others may end in a blank. */
const ownSpace = /[、）)\s]$/;

/** A span in the character style of its part; a figure or heading number is set off from the words after it. */
export const spanHandler: InlineHandler = (element, context) => {
  const part = partOf(element);
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
