import { PageOrientation } from 'docx';
import type { ThemeTokens } from '../../validate/schema/theme.ts';
import { twipsOfMm } from './units.ts';

/** The page in twips. `textWidth` is what is left between the two side margins. */
export interface PageGeometry {
  /** The library swaps the two sides of a page that lies across. */
  readonly size: { readonly width: number; readonly height: number; readonly orientation?: 'landscape' };
  readonly margin: Readonly<
    Record<'top' | 'bottom' | 'left' | 'right' | 'header' | 'footer' | 'gutter', number>
  >;
  readonly textWidth: number;
}

/** Where the running head stands, as a share of the margin it stands in. */
const headerShare = 0.52;
const millimetresPerPoint = 25.4 / 72;

/**
 * The text page of a theme. The inner margin is written as the left one: `w:mirrorMargins` in the settings swaps the
 * two on even pages.
 */
export function pageGeometry({ page, layout, type }: ThemeTokens): PageGeometry {
  const width = twipsOfMm(page.width);
  const left = twipsOfMm(page.inner);
  const right = twipsOfMm(page.outer);
  return {
    size: { width, height: twipsOfMm(page.height) },
    margin: {
      top: twipsOfMm(page.top),
      bottom: twipsOfMm(page.bottom),
      left,
      right,
      header: twipsOfMm(page.top * headerShare),
      footer: twipsOfMm(page.bottom - layout.folio_below - type.folio.leading * millimetresPerPoint),
      gutter: 0,
    },
    textWidth: width - left - right,
  };
}

/** The page of a wide table: the same margins about a page lying across, as in print. */
export function landscapeGeometry(tokens: ThemeTokens): PageGeometry {
  const { size, margin } = pageGeometry(tokens);
  return {
    size: { ...size, orientation: PageOrientation.LANDSCAPE },
    margin,
    textWidth: size.height - margin.left - margin.right,
  };
}

/**
 * The cover's page: 10 mm of paper all round, which every office printer can leave white, so that Word never warns of
 * margins outside the printable area.
 */
export function coverGeometry(tokens: ThemeTokens): PageGeometry {
  const { size } = pageGeometry(tokens);
  const edge = twipsOfMm(10);
  return {
    size,
    margin: { top: edge, bottom: edge, left: edge, right: edge, header: 0, footer: 0, gutter: 0 },
    textWidth: size.width - 2 * edge,
  };
}

/** Twips from the edge of the cover's table to its text, which begins where that of the pages does. */
export function coverPadding(tokens: ThemeTokens): number {
  return pageGeometry(tokens).margin.left - coverGeometry(tokens).margin.left;
}
