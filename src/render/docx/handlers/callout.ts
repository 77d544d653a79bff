import { gap } from '../paragraph.ts';
import type { BlockHandler } from './handler.ts';

/** A callout: paragraphs sharing one ground and rule, so that an officer can type into it as into any text. */
export const calloutHandler: BlockHandler = (element, context) => [
  ...context.flow(element.children, { ...context, paragraphStyle: 'Callout' }),
  gap(),
];
