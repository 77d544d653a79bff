/**
 * The vocabulary of the document tree: the contract between `compose` and every renderer.
 *
 * The tree is hast. Meaning beyond the element name stands in `data-part` (`dataPart` in hast); there are no classes
 * and no styles in it. Shape of a report (`?` optional, `*` repeated):
 *
 * ```
 * root
 *   section[data-part=cover]      p[mark]? p[region] h1[title] p[subtitle]? figure[motif]? p[issuer] p[date] p[note]*
 *   section[data-part=front] id   h1, then blocks          (编写说明, 前言: roman page numbers)
 *   nav[data-part=contents] id    h1, ol > li > a[href=#id] > span[entry] + span[page]; li may hold a nested ol
 *   nav[data-part=lists] id       h1, (p[group-title], ol > li > a[href=#id] > span[entry] + span[page])*
 *   section[data-part=highlights] id  h1, div[card-group]*(p[group-title], div[cards](div[card]*)), then blocks
 *   section[data-part=chapter] id data-running=…   h1(span[number]? text), p[lead]?, div[key-figures]?, then blocks
 *                                  sections in a row with the same data-running share their pages
 *                                  data-numbering=continue: its h2 number on from the last such chapter
 *   section[data-part=appendix] id data-running=…  h1(span[number]? text), then blocks
 *   section[data-part=colophon]   p*, dl?
 *
 * blocks
 *   h2 id, h3 id                  (一) and 1. headings, number in span[number]
 *   p, ul, ol, li, dl, dt, dd
 *   p[run-in]                     a paragraph opening with <strong>一是…</strong>
 *   div[key-figures] > div[key-figure]*       p[label], p[value], p[compare]?, p[cite]?
 *   div[cards] > div[card]*                   the same parts
 *   div[entries] > div[entry]*    p[entry-date]?, div[entry-body](p[entry-title], p[entry-detail]*)
 *   aside[data-part=callout]      p[callout-title], p*
 *   figure[data-part=chart] id data-chart=…   figcaption(p[message], p[caption](span[number] text)),
 *                                             p[note]*, p[source]     the drawing goes behind the figcaption
 *   figure[data-part=table] id    figcaption(p[caption](span[number] text), p[unit]?), table, p[note]*, p[source]?
 *                                  data-orientation=landscape: on pages of its own, across; a child of its section
 *                                  data-continued: what stands over it on each page it runs on to
 *   table                         thead > tr > th[scope=col], tbody > tr > (th[scope=row] | td); numbers in
 *                                 td[data-align=number], ticks in td[data-align=mark]; tr[data-part=total], tr[data-part=group] with one th[colspan];
 *                                 table[data-columns="3 1 1"] gives relative column widths
 *
 *   div[index]                    p[index-letter], p[index-entry](text, span[place]*) …
 *
 * inline
 *   text, strong, em, sup, br, a[href=#id], time
 *   sup > a[href=#note-…]         a note's number, counted through the report; notes stand as p[note] id at the end of their section
 *   data[value][data-figure=key]  a printed figure, value as stored, content as printed
 *   span[data-part=number|unit|mark|page|entry]
 *   a > span[page]                the page its target is on; in it the words that stand for the number without pages
 *   a > span[on-page]             words around a page number, left out where there are no pages
 *   span[place] > text? a > span[page]   a page in an index; each number once, and without words only where there are pages
 *   span id                       a place in a line that is linked to
 * ```
 */
export const vocabulary = {
  blocks: [
    'section',
    'nav',
    'div',
    'aside',
    'h1',
    'h2',
    'h3',
    'p',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'figure',
    'figcaption',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  inlines: ['a', 'strong', 'em', 'sup', 'br', 'time', 'data', 'span'],
  /** hast property names; anything else is refused. */
  properties: [
    'id',
    'href',
    'value',
    'dateTime',
    'scope',
    'colSpan',
    'rowSpan',
    'dataPart',
    'dataFigure',
    'dataChart',
    'dataRunning',
    'dataAlign',
    'dataColumns',
    'dataContinued',
    'dataOrientation',
    'dataRef',
    'dataNote',
    'dataNumbering',
  ],
  parts: [
    'cover',
    'front',
    'contents',
    'lists',
    'highlights',
    'chapter',
    'appendix',
    'colophon',
    'mark',
    'region',
    'title',
    'subtitle',
    'motif',
    'issuer',
    'date',
    'note',
    'number',
    'unit',
    'page',
    'entry',
    'on-page',
    'index',
    'index-letter',
    'index-entry',
    'place',
    'lead',
    'run-in',
    'key-figures',
    'key-figure',
    'card-group',
    'group-title',
    'cards',
    'card',
    'label',
    'value',
    'compare',
    'cite',
    'entries',
    'entry-date',
    'entry-body',
    'entry-title',
    'entry-detail',
    'callout',
    'callout-title',
    'chart',
    'table',
    'message',
    'caption',
    'source',
    'total',
    'group',
  ],
} as const satisfies Record<string, readonly string[]>;

export type BlockName = (typeof vocabulary.blocks)[number];
export type InlineName = (typeof vocabulary.inlines)[number];
export type ElementName = BlockName | InlineName;
export type Part = (typeof vocabulary.parts)[number];
