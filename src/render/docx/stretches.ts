import type { Element, ElementContent } from 'hast';
import type { Footnotes } from '../../document/footnotes.ts';
import type { ThemeTokens } from '../../validate/schema/theme.ts';
import { partOf } from './element.ts';

/** How the pages of a stretch are set: upright in one column or two, or across. */
export type StretchLayout = 'upright' | 'columns' | 'across';

/** What one Word section holds of sections that share their pages. */
export interface Stretch {
  readonly layout: StretchLayout;
  /** The sections of the tree with those of their children that stand here; what comes later of one has no id again. */
  readonly sections: readonly Element[];
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
  const stretches: { layout: StretchLayout; sections: Element[] }[] = [];
  for (const section of sections) {
    let piece: Element | undefined;
    for (const child of section.children) {
      if (child.type === 'element' && footnotes.has(String(child.properties.id))) continue;
      const last = stretches.at(-1);
      const layout = layoutOf(child, section, tokens) ?? last?.layout ?? 'upright';
      if (!piece || last?.layout !== layout) {
        const properties = piece ? { ...section.properties, id: undefined } : section.properties;
        piece = { ...section, properties, children: [] };
        if (last?.layout === layout) last.sections.push(piece);
        else stretches.push({ layout, sections: [piece] });
      }
      piece.children.push(child);
    }
  }
  return stretches;
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
