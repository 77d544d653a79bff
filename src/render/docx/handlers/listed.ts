import type { Element } from 'hast';
import { InternalHyperlink, LeaderType, Tab, TabStopType, TextRun, type ParagraphChild } from 'docx';
import type { Block, Context, RunContext } from '../context.ts';
import { elementsIn, partOf } from '../element.ts';
import { fieldEnd, fieldStart } from '../field.ts';
import { styledParagraph } from '../paragraph.ts';
import type { ParagraphStyleId } from '../styles/ids.ts';
import { pageReference } from './page-reference.ts';

/** A line of contents or of a list: a link of the tree and the style it is set in. */
export interface Listed {
  readonly link: Element;
  readonly style: ParagraphStyleId;
}

/**
 * Lines that are the result of one field (ECMA-376 part 1, 17.16.5.68): links with the estimated page numbers, which
 * Word shows as they are and makes again when the officer updates the field. Without an instruction they are only lines.
 */
export function listedLines(
  lines: readonly Listed[],
  instruction: string | undefined,
  context: Context,
): Block[] {
  return lines.map(({ link, style }, index) => {
    const first = index === 0 && instruction !== undefined ? [fieldStart(instruction)] : [];
    const last = index === lines.length - 1 && instruction !== undefined ? [fieldEnd()] : [];
    const inside: RunContext = { ...context, paragraphStyle: style, run: {} };
    const tabStops = [{ type: TabStopType.RIGHT, position: context.width, leader: LeaderType.DOT }];
    return styledParagraph(inside, style, [...first, ...line(link, inside), ...last], { tabStops });
  });
}

/** Title and page number, with a tab between them inside the link. */
function line(link: Element, context: RunContext): ParagraphChild[] {
  const { href } = link.properties;
  const anchor = typeof href === 'string' ? context.bookmarks.nameOf(href.slice(1)) : undefined;
  const title = elementsIn(link)
    .filter((part) => partOf(part) === 'entry')
    .flatMap((part) => context.runs(part, context));
  if (anchor === undefined) return title;
  const children = [...title, new TextRun({ children: [new Tab()] }), pageReference(anchor)];
  return [new InternalHyperlink({ anchor, children })];
}
