import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Block, Context } from '../context.ts';
import { emsOf } from '../ems.ts';
import { twipsOfPoints } from '../units.ts';
import { heading } from './heading.ts';

/** The title on the cover. Word has no balanced lines: a title too long for one is kept narrow, so that its last is not a scrap. */
export function coverTitle(element: Element, context: Context): Block {
  const { 'cover-title': type } = context.tokens.type;
  const line = twipsOfPoints(Math.max(...linesOf(element).map(emsOf)) * type.size);
  const lines = Math.ceil(line / context.width);
  if (lines === 1) return heading(element, 'Title', context);
  const spare = Math.max(context.width - Math.ceil(line / lines) - twipsOfPoints(type.size / 2), 0);
  const isCentred = context.tokens.cover.align === 'center';
  const left = isCentred ? Math.floor(spare / 2) : 0;
  return heading(element, 'Title', context, { indent: { left, right: spare - left } });
}

/** The words between its breaks. */
function linesOf(element: Element): string[] {
  const lines = [''];
  for (const child of element.children) {
    if (child.type === 'element' && child.tagName === 'br') lines.push('');
    else lines.push(`${lines.pop() ?? ''}${toString(child).trim()}`);
  }
  return lines;
}
