import { rowLabel } from './mark-rows.ts';

/**
 * Vega's SVG as it goes into a document: one of many in a page, hidden from screen readers (the chart's alternative
 * text speaks for it), so without roles, labels, classes and invisible helpers, and with ids that begin with the
 * chart's own. Text stays text. With `rows`, what `markRows` labelled bears `data-row`.
 */
export function cleanSvg(svg: string, chart: string, { rows = false } = {}): string {
  const prefix = `chart-${chart.replace(/[^A-Za-z0-9_-]/g, '-')}-`;
  return inTags(svg, (tag) =>
    tag
      .replace(rowAttribute, rows ? ' data-row="$1"' : '')
      .replace(/ (?:aria-[a-z]+|role|class|pointer-events|xmlns:xlink|version)="[^"]*"/g, '')
      .replace(/ id="([^"]+)"/g, ` id="${prefix}$1"`)
      .replace(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`)
      .replace(/-?\d+\.\d{3,}/g, (long) => String(Number(Number(long).toFixed(2)))),
  )
    .replace(/<path[^>]* display="none"[^>]*(?:\/>|><\/path>)/g, '')
    .replace(/<path d="[^"]*"(?:\/>|><\/path>)/g, '')
    .replace(emptyGroup, '')
    .replace(emptyGroup, '');
}

const rowAttribute = new RegExp(` aria-label="${rowLabel}(\\d+)"`);
const emptyGroup = /<g(?: transform="[^"]*")?(?:\/>|><\/g>)/g;

/** Apply `change` to every tag, never to text, which may quote anything. */
function inTags(svg: string, change: (tag: string) => string): string {
  return svg.replace(/<[^>]+>/g, change);
}

/** Colours that marks and text of an SVG are painted in, in lower case, without `none` and references. */
export function paintedColors(svg: string): string[] {
  const found = new Set<string>();
  for (const [, color] of svg.matchAll(/ (?:fill|stroke|stop-color)="([^"]+)"/g)) {
    if (color !== undefined && color !== 'none' && !color.startsWith('url(')) found.add(color.toLowerCase());
  }
  return [...found];
}
