import type { Element } from 'hast';
import { elementsIn } from '../element.ts';
import { styledParagraph } from '../paragraph.ts';
import { drawingRun } from './drawing-run.ts';
import type { Block } from '../context.ts';
import { figureCaption } from './figure-caption.ts';
import type { BlockHandler } from './handler.ts';

/** A chart: message and formal title, the drawing, notes and source. */
export const chartHandler: BlockHandler = (element, context) => {
  const isCaption = (child: Element): boolean => child.tagName === 'figcaption';
  const parts = elementsIn(element);
  const above = parts.filter(isCaption).flatMap((child) => figureCaption(child, 'Caption', context));
  const run = drawingRun(element, context);
  const drawing: Block[] = run ? [styledParagraph(context, 'Chart', [run])] : [];
  const below = parts.filter((child) => !isCaption(child));
  return [...above, ...drawing, ...context.flow(below, context)];
};
