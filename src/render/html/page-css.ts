import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import type { ReportDocument } from '../../document/document.ts';
import type { ThemeTokens, TypeStyle } from '../../validate/schema/theme.ts';
import { cssString } from './css-text.ts';
import { childElements, partOf } from './parts.ts';

/**
 * `@page` rules of one report: size and mirrored margins for all, and a named page for each section that has a
 * running head, with a landscape one beside it for its wide tables, since Chromium cannot carry a heading into a margin box. Front matter counts i, ii …; the counter
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
@page colophon { counter-increment: page 0; }`;
  const rules = sections(document).map(({ id, running, hasWideTable }) => {
    const name = pageName(id);
    const upright = `${namedPage(name, running, document, tokens)}\n#${id} { page: ${name}; }`;
    if (!hasWideTable) return upright;
    const wide = `${name}-wide`;
    return `${upright}
@page ${wide} { size: ${height}mm ${width}mm; }
${namedPage(wide, running, document, tokens)}
#${id} figure[data-orientation='landscape'] { page: ${wide}; margin-top: 0; }`;
  });
  return [general, ...rules].join('\n');
}

/** Running head and page number of the pages of one name. */
function namedPage(name: string, running: string, { meta }: ReportDocument, tokens: ThemeTokens): string {
  return `@page ${name} {
  @top-left { content: ${cssString(running)}; ${headStyle(tokens, 'left')} }
  @top-right { content: ${cssString(meta.title)}; ${headStyle(tokens, 'right')} }
}
${folio(name, 'counter(page)', tokens)}`;
}

/** Name of the page a section is printed on; ids are ASCII and made by compose. */
function pageName(id: string): string {
  return `section-${id}`;
}

interface Section {
  readonly id: string;
  readonly running: string;
  readonly hasWideTable: boolean;
}

function sections(document: ReportDocument): Section[] {
  return document.tree.children.flatMap((node) => {
    if (node.type !== 'element' || !bodyParts.has(partOf(node) ?? '')) return [];
    const id = node.properties.id;
    if (typeof id !== 'string') return [];
    const running = node.properties.dataRunning;
    const hasWideTable = childElements(node).some(
      ({ properties }) => properties.dataOrientation === 'landscape',
    );
    return [{ id, running: typeof running === 'string' ? running : headingText(node), hasWideTable }];
  });
}

const bodyParts: ReadonlySet<string> = new Set(['highlights', 'chapter', 'appendix']);

function headingText(section: Element): string {
  const heading = section.children.find((child) => child.type === 'element' && child.tagName === 'h1');
  return heading ? toString(heading) : '';
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
