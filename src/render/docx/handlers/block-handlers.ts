import type { BlockName } from '../../../document/vocabulary.ts';
import { partOf, UnhandledElement } from '../element.ts';
import { definitionListHandler, definitionHandler, termHandler } from './definitions.ts';
import { flowHandler } from './flow.ts';
import type { BlockHandler } from './handler.ts';
import { headingHandler } from './heading.ts';
import { listHandler } from './list.ts';
import { paragraphHandler } from './paragraph.ts';
import { partRoles } from './parts.ts';
import { tableHandler } from './table.ts';

/** A container is what its part makes of it; without a part it only holds others. */
const container: BlockHandler = (element, context) => {
  const part = partOf(element);
  return ((part && partRoles[part].block) ?? flowHandler)(element, context);
};

/** Made by the handler of the table or list around it; met alone it is our bug. */
const onlyInside: BlockHandler = (element) => {
  throw new UnhandledElement(element);
};

/** One handler a block element; an element new in the vocabulary does not compile before it stands here. */
export const blockHandlers: Record<BlockName, BlockHandler> = {
  section: container,
  nav: container,
  div: container,
  aside: container,
  figure: container,
  figcaption: flowHandler,
  h1: headingHandler(1),
  h2: headingHandler(2),
  h3: headingHandler(3),
  p: paragraphHandler,
  ul: listHandler,
  ol: listHandler,
  li: onlyInside,
  dl: definitionListHandler,
  dt: termHandler,
  dd: definitionHandler,
  table: tableHandler,
  thead: onlyInside,
  tbody: onlyInside,
  tr: onlyInside,
  th: onlyInside,
  td: onlyInside,
};
