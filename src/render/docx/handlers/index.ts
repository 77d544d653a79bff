import type { ElementName, Part } from '../../../document/vocabulary.ts';
import { blockHandlers } from './block-handlers.ts';
import type { BlockHandler, InlineHandler } from './handler.ts';
import { inlineHandlers } from './inline-handlers.ts';
import { partRoles, type PartRole } from './parts.ts';

/** Every element of the vocabulary with the handler that makes it WordprocessingML. */
export const elementHandlers: Record<ElementName, BlockHandler | InlineHandler> = {
  ...blockHandlers,
  ...inlineHandlers,
};

/** Every part of the vocabulary with what it becomes. */
export const partHandlers: Record<Part, PartRole> = partRoles;
