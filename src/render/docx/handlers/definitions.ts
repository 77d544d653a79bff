import type { Context } from '../context.ts';
import type { ParagraphStyleId } from '../styles/ids.ts';
import type { BlockHandler } from './handler.ts';

/** Terms and definitions; in the colophon they take its smaller styles. */
export const definitionListHandler: BlockHandler = (element, context) =>
  context.flow(element.children, context);

export const termHandler: BlockHandler = (element, context) =>
  context.flow(element.children, {
    ...context,
    paragraphStyle: pick(context, 'ColophonTerm', 'DefinitionTerm'),
  });

export const definitionHandler: BlockHandler = (element, context) =>
  context.flow(element.children, { ...context, paragraphStyle: pick(context, 'Colophon', 'Definition') });

function pick(context: Context, colophon: ParagraphStyleId, body: ParagraphStyleId): ParagraphStyleId {
  return context.paragraphStyle === 'Colophon' ? colophon : body;
}
