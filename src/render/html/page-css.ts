import type { Element } from 'hast';
import { bodyParts } from '../../document/body-sections.ts';
import type { ReportDocument } from '../../document/document.ts';
import type { ThemeTokens, TypeStyle } from '../../validate/schema/theme.ts';
import { faceOf } from '../face-of.ts';
import { cssString } from './css-text.ts';
import { pageGroups } from '../page-groups.ts';
import { childElements } from './parts.ts';

/**
 * `@page` rules of one report: size and mirrored margins for all, and a named page for each group of sections with one
 * running head, since Chromium cannot carry a heading into a margin box, with a landscape one beside it for wide tables;
 * one for the whole body where there are no heads. Front matter counts i, ii …; the counter
 * `page` stands still there, so that the body begins at 1. Lengths are literal: margin boxes do not resolve
 * custom properties in every Chromium we accept.
 */
export function pageCss(document: ReportDocument, tokens: ThemeTokens): string {
  const { layout, cover } = tokens;
  const { width, height, top, bottom, inner, outer } = tokens.page;
  const field = cover.field === 'primary' ? ` background: ${tokens.colors.primary};` : '';
  const general = `@page { size: ${width}mm ${height}mm; margin: ${top}mm ${outer}mm ${bottom}mm ${inner}mm; }
@page :left { margin-left: ${outer}mm; margin-right: ${inner}mm; }
@page :right { margin-left: ${inner}mm; margin-right: ${outer}mm; }
@page cover { margin: 0; counter-increment: page 0;${field} }
@page front { counter-increment: page 0 front 1; }
${folio('front', 'counter(front, lower-roman)', tokens)}
@page colophon { margin: 0; counter-increment: page 0;${field} }`;
  if (layout.heads === 'none') {
    const body = `${namedPage('body', undefined, document, tokens)}\n${list(bodyParts)} { page: body; }`;
    const wide = landscapePage('body', list(bodyParts), undefined, document, tokens);
    return [general, body, wide].join('\n');
  }
  const rules = pageGroups(document.tree).map(({ running, sections }) => {
    const ids = sections.map(({ properties }) => `#${String(properties.id)}`);
    const name = `section-${ids[0]?.slice(1) ?? ''}`;
    const upright = `${namedPage(name, running, document, tokens)}\n${ids.join(', ')} { page: ${name}; }`;
    return sections.some(hasWideTable)
      ? `${upright}\n${landscapePage(name, ids.join(', '), running, document, tokens)}`
      : upright;
  });
  return [general, ...rules].join('\n');
}

const list = (parts: ReadonlySet<unknown>): string =>
  `:is(${[...parts].map((part) => `[data-part='${String(part)}']`).join(', ')})`;

const hasWideTable = (section: Element): boolean =>
  childElements(section).some(({ properties }) => properties.dataOrientation === 'landscape');

/** A page lying on its side, for the wide tables of the sections of page `name`. */
function landscapePage(
  name: string,
  sections: string,
  running: string | undefined,
  document: ReportDocument,
  tokens: ThemeTokens,
): string {
  const wide = `${name}-wide`;
  return `@page ${wide} { size: ${tokens.page.height}mm ${tokens.page.width}mm; }
${namedPage(wide, running, document, tokens)}
:is(${sections}) figure[data-orientation='landscape'] { page: ${wide}; margin-top: 0; }`;
}

/** Running head, if there is one, and page number of the pages of one name. */
function namedPage(
  name: string,
  running: string | undefined,
  { meta }: ReportDocument,
  tokens: ThemeTokens,
): string {
  const heads =
    running === undefined
      ? ''
      : `@page ${name} {
  @top-left { content: ${cssString(running)}; ${headStyle(tokens, 'left')} }
  @top-right { content: ${cssString(meta.title)}; ${headStyle(tokens, 'right')} }
}
`;
  return `${heads}${folio(name, 'counter(page)', tokens)}`;
}

/** Page number at the bottom outside. */
function folio(page: string, number: string, tokens: ThemeTokens): string {
  const { folio: form, folio_below: below, folio_indent: indent } = tokens.layout;
  const content = form === 'dashed' ? `'— ' ${number} ' —'` : number;
  const style = fontStyle(tokens, tokens.type.folio);
  const box = (side: 'left' | 'right'): string =>
    `@page ${page}:${side} { @bottom-${side} { content: ${content}; ${style}; text-align: ${side}; vertical-align: top; padding-top: ${below}mm; padding-${side}: ${indent}mm; } }`;
  return `${box('left')}\n${box('right')}`;
}

function headStyle(tokens: ThemeTokens, side: 'left' | 'right'): string {
  const style = fontStyle(tokens, tokens.type.running);
  return `${style}; text-align: ${side}; vertical-align: bottom; padding-bottom: 1.5mm; margin-bottom: 7.5mm; border-bottom: 0.35pt solid ${tokens.colors.hairline};`;
}

function fontStyle(tokens: ThemeTokens, { size, leading, face, weight, color }: TypeStyle): string {
  return `font: ${weight} ${size}pt/${leading}pt ${cssString(faceOf(tokens, face).family)}; color: ${tokens.colors[color]}; white-space: nowrap`;
}
