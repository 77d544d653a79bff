import type { Root } from 'hast';
import { h } from 'hastscript';
import { columnCount } from '../../document/spans.ts';
import { visit } from '../../document/visit.ts';
import { childElements, partOf } from './parts.ts';

/**
 * Keep a line free above the head of every table that may run over pages, for what says that it is continued. As part
 * of the head it comes again on each page; on the first one the caption stands in it. The printer writes the words
 * there (`continueTables`) once it knows where the pages break, and nothing moves. No reader is read this line aloud:
 * to them the table is one.
 */
export function reserveContinuations(tree: Root): void {
  visit(tree, 'element', (figure) => {
    if (figure.properties.dataContinued === undefined || partOf(figure) !== 'table') return;
    visit(figure, 'element', (head) => {
      if (head.tagName !== 'thead') return;
      const [first] = childElements(head);
      const colSpan = columnCount(first);
      head.children.unshift(h('tr', { dataPart: 'continued', ariaHidden: 'true' }, [h('td', { colSpan })]));
    });
  });
}

/** One line of a caption; no higher than the caption of the first page with the distance below it. */
const reserved = 'calc(22pt * var(--scale))';

/** `--head`, set by the printer, is how high the head is over the row that bears the words. */
export const continuationCss = `figure[data-continued] > [data-part='scroll'] { margin-top: calc(-1 * ${reserved}); }
thead > tr[data-part='continued']:first-child > td { height: ${reserved}; padding: 0; border: 0; }
tr:has([data-part='continuation']) { position: relative; }
[data-part='continuation'] {
  position: absolute;
  top: calc(-1 * var(--head));
  left: 0;
  right: 0;
  display: flex;
  justify-content: space-between;
  align-items: baseline;
  white-space: nowrap;
  text-indent: 0;
  font: var(--type-message);
  color: var(--ink-message);
}
[data-part='continuation'] > [data-part='unit'] { font: var(--type-note); color: var(--ink-note); }
`;
