import { InternalHyperlink, TextRun } from 'docx';
import type { InlineName } from '../../../document/vocabulary.ts';
import type { CharacterStyleId } from '../styles/ids.ts';
import { figureHandler } from './figure.ts';
import type { RunContext } from '../context.ts';
import { field } from '../field.ts';
import type { InlineHandler } from './handler.ts';
import { noteReferenceHandler } from './note-reference.ts';
import { spanHandler } from './span.ts';

/** One handler an inline element; an element new in the vocabulary does not compile before it stands here. */
export const inlineHandlers: Record<InlineName, InlineHandler> = {
  a: (element, context) => {
    const href = element.properties.href;
    const anchor = typeof href === 'string' ? context.bookmarks.nameOf(href.slice(1)) : undefined;
    const inside: RunContext = { ...styled(context, 'Hyperlink'), linkTo: anchor };
    const reference = anchor === undefined ? undefined : context.references.of(element);
    const rest = reference ? { ...element, children: [...reference.rest] } : element;
    const children = context.runs(rest, inside);
    const number = reference ? field(reference.instruction, reference.shown, inside.run.style) : [];
    if (anchor === undefined || children.length === 0) return [...number, ...children];
    return [...number, new InternalHyperlink({ anchor, children })];
  },
  strong: (element, context) =>
    context.runs(element, { ...styled(context, 'Strong'), run: { ...context.run, ...strongLook(context) } }),
  em: (element, context) => context.runs(element, styled(context, 'Emphasis')),
  sup: noteReferenceHandler,
  br: () => [new TextRun({ break: 1 })],
  time: (element, context) => context.runs(element, context),
  data: figureHandler,
  span: spanHandler,
};

/** A paragraph opening with 一是… has its opening in the sans face; elsewhere strong is bold. */
function strongLook({ paragraphStyle, run }: RunContext): RunContext['run'] {
  if (run.style !== undefined) return { bold: true };
  return { style: paragraphStyle === 'BodyText' ? 'RunIn' : 'Strong' };
}

/** A run has one character style: the outermost keeps it. */
function styled(context: RunContext, style: CharacterStyleId): RunContext {
  return { ...context, run: { style, ...context.run } };
}
