import { styledParagraph } from '../paragraph.ts';
import { drawingRun } from './drawing-run.ts';
import type { Block } from '../context.ts';
import type { BlockHandler } from './handler.ts';

/** A chart: message and formal title, the drawing, notes and source. */
export const chartHandler: BlockHandler = (element, context) => {
  const end =
    element.children.findIndex((child) => child.type === 'element' && child.tagName === 'figcaption') + 1;
  const above = context.flow(element.children.slice(0, end), context);
  const run = drawingRun(element, context);
  const drawing: Block[] = run ? [styledParagraph(context, 'Chart', [run])] : [];
  return [...above, ...drawing, ...context.flow(element.children.slice(end), context)];
};
