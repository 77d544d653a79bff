import type { Element } from 'hast';
import { InternalHyperlink, LeaderType, TabStopType, TextRun } from 'docx';
import type { Block, Context, RunContext } from '../context.ts';
import { elementsIn, partOf } from '../element.ts';
import { styledParagraph } from '../paragraph.ts';
import { heading } from './heading.ts';
import type { BlockHandler } from './handler.ts';
import { pageReference } from './page-reference.ts';

/**
 * The lists of charts and tables: links with the estimated page numbers in fields Word can update. The field that lists captions
 * is no help: it counts captions by itself, and ours bear the numbers of their chapters.
 */
export const figureListsHandler: BlockHandler = (element, context) =>
  elementsIn(element).flatMap((child): Block[] => {
    if (child.tagName === 'h1') return [heading(child, 'TOCHeading', context)];
    if (child.tagName !== 'ol') return context.flow([child], context);
    return elementsIn(child).map((item) => entry(elementsIn(item), context));
  });

/** Title and page number of one line, with a tab between them inside the link. */
function entry(links: readonly Element[], context: Context): Block {
  const inside: RunContext = { ...context, paragraphStyle: 'TableOfFigures', run: {} };
  const line = links.flatMap((link) => {
    const { href } = link.properties;
    const anchor = typeof href === 'string' ? context.bookmarks.nameOf(href.slice(1)) : undefined;
    const title = elementsIn(link)
      .filter((part) => partOf(part) === 'entry')
      .flatMap((part) => context.runs(part, inside));
    if (anchor === undefined) return title;
    const children = [...title, new TextRun({ children: ['\t'] }), pageReference(anchor)];
    return [new InternalHyperlink({ anchor, children })];
  });
  const tabStops = [{ type: TabStopType.RIGHT, position: context.width, leader: LeaderType.DOT }];
  return styledParagraph(inside, 'TableOfFigures', line, { tabStops });
}
