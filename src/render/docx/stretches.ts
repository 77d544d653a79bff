import type { Element, ElementContent } from 'hast';
import type { Footnotes } from '../../document/footnotes.ts';
import type { ThemeTokens } from '../../validate/schema/theme.ts';
import { elementsIn, partOf } from './element.ts';

/** How the pages of a stretch are set: upright in one column or two, or across. */
export type StretchLayout = 'upright' | 'columns' | 'across';

/** What one Word section holds of sections that share their pages. */
export interface Stretch {
  readonly layout: StretchLayout;
  /** The sections of the tree with those of their children that stand here; what comes later of one has no id again. */
  readonly sections: readonly Element[];
  /** Whether it begins a page although it follows others: columns cannot hold a title on their page. */
  readonly opensPage: boolean;
}

/**
 * Cut sections that share pages where Word needs a section of its own: for wide tables and for columns. Notes that are
 * footnotes are left out here.
 */
export function stretchesOf(
  sections: readonly Element[],
  footnotes: Footnotes,
  tokens: ThemeTokens,
): Stretch[] {
  const stretches: { layout: StretchLayout; sections: Element[]; opensPage: boolean }[] = [];
  for (const section of sections) {
    let piece: Element | undefined;
    const opensPage = stretches.length > 0 && isTitledColumns(section, tokens);
    for (const child of section.children) {
      if (child.type === 'element' && footnotes.has(String(child.properties.id))) continue;
      const last = stretches.at(-1);
      const layout = layoutOf(child, section, tokens) ?? last?.layout ?? 'upright';
      if (!piece || last?.layout !== layout) {
        const properties = piece ? { ...section.properties, id: undefined } : section.properties;
        piece = { ...section, properties, children: [] };
        const isOpening = opensPage && properties === section.properties;
        if (last?.layout === layout && !isOpening) last.sections.push(piece);
        else stretches.push({ layout, sections: [piece], opensPage: isOpening });
      }
      piece.children.push(child);
    }
  }
  return stretches;
}

/** Whether nothing stands between a section's title and columns. */
function isTitledColumns(section: Element, tokens: ThemeTokens): boolean {
  const [title, next] = elementsIn(section);
  return title?.tagName === 'h1' && next !== undefined && layoutOf(next, section, tokens) === 'columns';
}

/** How a child of a section wants its page; undefined for white space, which wants nothing. */
function layoutOf(node: ElementContent, section: Element, tokens: ThemeTokens): StretchLayout | undefined {
  if (node.type !== 'element') return undefined;
  if (node.properties.dataOrientation === 'landscape') return 'across';
  if (partOf(node) === 'index') return 'columns';
  // Terms and their explanations are short; on a grid of lines they are set as text is.
  const isGlossary = node.tagName === 'dl' && partOf(section) === 'appendix';
  return isGlossary && tokens.layout.grid === 'none' ? 'columns' : 'upright';
}
