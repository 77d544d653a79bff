import type { BlockHandler } from './handler.ts';

/** An element that only holds others: its blocks, one after the other. */
export const flowHandler: BlockHandler = (element, context) => context.flow(element.children, context);
