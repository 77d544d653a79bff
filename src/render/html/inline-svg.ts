import { escapeXml } from '../../document/escape-xml.ts';

/**
 * A standalone SVG made fit to stand inside a page: no XML prolog, ids under `prefix` so that two charts cannot
 * meet, named by `alt` as one image (hidden from assistive technology when that is empty), and every colour in
 * `colors` (lower case hex → custom property) replaced by `var(…)`, so that charts follow the dark theme.
 * Chromium prints such an SVG as a tagged Figure with its alternative text; a role on an element around it is lost.
 */
export function inlineSvg(
  svg: string,
  { prefix, alt, colors }: { prefix: string; alt: string; colors: ReadonlyMap<string, string> },
): string {
  const role = alt === '' ? 'aria-hidden="true"' : `role="img" aria-label="${escapeXml(alt)}"`;
  return svg
    .replace(/^[\s\S]*?(?=<svg[\s>])/, '')
    .replace(/<svg(?=[\s>])/, () => `<svg ${role} focusable="false"`)
    .replace(/\bid="([^"]+)"/g, `id="${prefix}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${prefix}-$1"`)
    .replace(/(["':]\s*)(#[0-9a-f]{6}\b)/gi, (whole, before: string, color: string) => {
      const property = colors.get(color.toLowerCase());
      return property === undefined ? whole : `${before}var(${property})`;
    });
}
