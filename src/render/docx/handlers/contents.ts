import { TableOfContents } from 'docx';
import { elementsIn } from '../element.ts';
import { heading } from './heading.ts';
import type { Block } from '../context.ts';
import type { BlockHandler } from './handler.ts';

/**
 * The contents as a real field: the library fills it from the headings, with links and the estimated page numbers, so
 * Word opens it filled and asks nothing, and the officer can still update it. The entries of the tree are the same
 * headings (the tests compare them).
 */
export const contentsHandler: BlockHandler = (element, context) => {
  const titles: Block[] = elementsIn(element)
    .filter((child) => child.tagName === 'h1')
    .map((child) => heading(child, 'TOCHeading', context));
  const levels = `1-${Math.max(context.outline.depth, 1)}`;
  return [
    ...titles,
    new TableOfContents(undefined, {
      hyperlink: true,
      headingStyleRange: levels,
      // Titles without a number have a style of their own, with the outline level of a chapter.
      useAppliedParagraphOutlineLevel: true,
    }),
  ];
};
