import type { Element } from 'hast';
import { ContentsField } from '../contents-field.ts';
import { alsoListed } from '../contents-outline.ts';
import type { Block } from '../context.ts';
import { elementsIn } from '../element.ts';
import { paragraphStyleNames } from '../styles/ids.ts';
import { heading } from './heading.ts';
import type { BlockHandler } from './handler.ts';
import { listedLines, type Listed } from './listed.ts';

const styles = ['TOC1', 'TOC2', 'TOC3'] as const;

/**
 * The contents as a real field, filled with the entries of the tree and the estimated page numbers, so Word opens it
 * filled and asks nothing. The field collects by heading style, and the tests see that it would find the same entries.
 */
export const contentsHandler: BlockHandler = (element, context) => {
  const titles: Block[] = elementsIn(element)
    .filter((child) => child.tagName === 'h1')
    .map((child) => heading(child, 'TOCHeading', context));
  const lines = elementsIn(element)
    .filter((child) => child.tagName === 'ol')
    .flatMap((list) => listedIn(list, 0));
  if (lines.length === 0) return titles;
  const also = alsoListed.map((style) => `${paragraphStyleNames[style]},1`).join(',');
  const instruction = `TOC \\o "1-${Math.max(context.outline.depth, 1)}" \\h \\z \\t "${also}"`;
  return [...titles, new ContentsField(listedLines(lines, instruction, context))];
};

function listedIn(list: Element, level: number): Listed[] {
  return elementsIn(list)
    .flatMap(elementsIn)
    .flatMap((child) => {
      if (child.tagName === 'ol') return listedIn(child, level + 1);
      return child.tagName === 'a' ? [{ link: child, style: styles[level] ?? 'TOC3' }] : [];
    });
}
