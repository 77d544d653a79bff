import type { FigureNote } from '../../document/document.ts';
import type { Drawing } from '../../document/drawing.ts';
import { figuresBeside } from '../../document/drawing-table.ts';
import { escapeXml } from '../../document/escape-xml.ts';

/**
 * The drawing whose marks tell, to a pointer over them, what they show: an SVG `title` with label, figure as printed,
 * period, unit and source, a line a figure. Without marks of rows, the drawing as it is.
 */
export function titledSvg(
  { marked, svg, rows }: Drawing,
  notes: Readonly<Record<string, FigureNote>>,
): string {
  if (marked === undefined) return svg;
  const own = new Set(rows.map(({ figure }) => figure));
  const titles = rows.map((row) => {
    const name = row.series === undefined ? row.label : `${row.label} ${row.series}`;
    const beside = figuresBeside(row).filter(([key]) => !own.has(key));
    const lines = [
      `${name} ${row.text}`,
      notes[row.figure]?.summary ?? '',
      ...beside.map(([key, text]) => `${text} ${notes[key]?.summary ?? ''}`),
    ];
    return `<title>${escapeXml(lines.join('\n').trim())}</title>`;
  });
  return marked.replace(
    /<(\w+)([^>]*?) data-row="(\d+)"([^>]*?)(\/?)>/g,
    (_, name: string, before: string, row: string, after: string, closed: string) => {
      const title = titles[Number(row)] ?? '';
      return `<${name}${before}${after}>${title}${closed === '' ? '' : `</${name}>`}`;
    },
  );
}
