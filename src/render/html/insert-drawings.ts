import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from '../../document/visit.ts';
import type { ReportDocument } from '../../document/document.ts';
import { captionOf } from './data-tables.ts';
import { titledSvg } from './mark-titles.ts';
import type { Drawing } from '../../document/drawing.ts';
import type { ThemeTokens } from '../../validate/schema/theme.ts';
import { inlineSvg } from './inline-svg.ts';
import { childElements } from './parts.ts';
import { raw } from './raw.ts';
import { colorProperties } from './token-css.ts';

/**
 * Put each drawing into its `<figure data-chart>`, behind the figcaption, as `div[drawing] > svg` that bears the
 * alternative text. A drawing without one is an ornament. For a screen the marks bear titles, and the box around the
 * drawing, which scrolls where it is too narrow, is in reach of the keyboard. Throws when a chart was never drawn:
 * compose promises all.
 */
export function insertDrawings(
  tree: Root,
  { drawings, notes }: Pick<ReportDocument, 'drawings' | 'notes'>,
  tokens: ThemeTokens,
  medium: 'screen' | 'paper',
): void {
  // The first step is the primary colour: turned round, so that the plain name wins.
  const colors = new Map(
    colorProperties(tokens.colors)
      .toReversed()
      .map(([property, color]) => [color.toLowerCase(), property]),
  );
  let count = 0;
  visit(tree, 'element', (figure) => {
    const chart = figure.properties.dataChart;
    if (figure.tagName !== 'figure' || typeof chart !== 'string') return;
    const drawing = drawings[chart];
    if (!drawing) throw new Error(`The document has no drawing of ${chart}`);
    count += 1;
    const caption = childElements(figure).find((child) => child.tagName === 'figcaption');
    figure.children.splice(
      caption ? figure.children.indexOf(caption) + 1 : 0,
      0,
      frame(figure, drawing, {
        svg: medium === 'screen' && drawing.alt !== '' ? titledSvg(drawing, notes) : drawing.svg,
        prefix: `drawing-${count}`,
        colors,
        medium,
      }),
    );
  });
}

interface Framing {
  readonly svg: string;
  /** Begins every id in the drawing. */
  readonly prefix: string;
  readonly colors: ReadonlyMap<string, string>;
  readonly medium: 'screen' | 'paper';
}

function frame(figure: Element, { alt, width }: Drawing, { svg, prefix, colors, medium }: Framing): Element {
  const reach = medium === 'screen' && alt !== '';
  const frame = h('div', {
    dataPart: 'drawing',
    style: `--drawing-width: ${width}px`,
    ...(reach && { role: 'group', tabIndex: 0, ariaLabel: captionOf(figure) }),
  });
  frame.children.push(raw(inlineSvg(svg, { prefix, alt, colors })));
  return frame;
}
