import type { ReportDocument } from '../../document/document.ts';
import type { ThemeTokens, TypeStyle } from '../../validate/schema/theme.ts';
import { cssString } from './css-text.ts';
import { pageGroups } from './page-groups.ts';

/**
 * `@page` rules of one report: size and mirrored margins for all, and a named page for each group of sections
 * with one running head, since Chromium cannot carry a heading into a margin box. Front matter counts i, ii …; the counter
 * `page` stands still there, so that the body begins at 1. Lengths are literal: margin boxes do not resolve
 * custom properties in every Chromium we accept.
 */
export function pageCss(document: ReportDocument, tokens: ThemeTokens): string {
  const { width, height, top, bottom, inner, outer } = tokens.page;
  const general = `@page { size: ${width}mm ${height}mm; margin: ${top}mm ${outer}mm ${bottom}mm ${inner}mm; }
@page :left { margin-left: ${outer}mm; margin-right: ${inner}mm; }
@page :right { margin-left: ${inner}mm; margin-right: ${outer}mm; }
@page cover { margin: 0; counter-increment: page 0; background: ${tokens.colors.primary}; }
@page front { counter-increment: page 0 front 1; }
${folio('front', 'counter(front, lower-roman)', tokens)}
@page colophon { margin: 0; counter-increment: page 0; background: ${tokens.colors.primary}; }`;
  const rules = pageGroups(document.tree).map(({ running, sections }) => {
    const ids = sections.map((section) => String(section.properties.id));
    const name = `section-${ids[0] ?? ''}`;
    return `@page ${name} {
  @top-left { content: ${cssString(running)}; ${headStyle(tokens, 'left')} }
  @top-right { content: ${cssString(document.meta.title)}; ${headStyle(tokens, 'right')} }
}
${folio(name, 'counter(page)', tokens)}
${ids.map((id) => `#${id}`).join(', ')} { page: ${name}; }`;
  });
  return [general, ...rules].join('\n');
}

/** Page number at the bottom outside. */
function folio(page: string, content: string, tokens: ThemeTokens): string {
  const style = fontStyle(tokens, tokens.type.folio);
  const box = (side: 'left' | 'right'): string =>
    `@page ${page}:${side} { @bottom-${side} { content: ${content}; ${style}; text-align: ${side}; vertical-align: top; padding-top: 8mm; } }`;
  return `${box('left')}\n${box('right')}`;
}

function headStyle(tokens: ThemeTokens, side: 'left' | 'right'): string {
  const style = fontStyle(tokens, tokens.type.running);
  return `${style}; text-align: ${side}; vertical-align: bottom; padding-bottom: 1.5mm; margin-bottom: 7.5mm; border-bottom: 0.35pt solid ${tokens.colors.hairline};`;
}

function fontStyle(tokens: ThemeTokens, { size, leading, face, weight, color }: TypeStyle): string {
  return `font: ${weight} ${size}pt/${leading}pt ${cssString(tokens.faces[face].family)}; color: ${tokens.colors[color]}; white-space: nowrap`;
}
