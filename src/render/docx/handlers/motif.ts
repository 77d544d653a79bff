import { styledParagraph } from '../paragraph.ts';
import { drawingRun } from './drawing-run.ts';
import type { BlockHandler } from './handler.ts';

/** The ornament of the cover, decorative: screen readers skip it. */
export const motifHandler: BlockHandler = (element, context) => {
  const run = drawingRun(element, context);
  return run ? [styledParagraph(context, 'CoverOrnament', [run])] : [];
};
