import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Drawing } from '../../document/drawing.ts';
import type { ThemeTokens } from '../../validate/schema/theme.ts';
import { inlineSvg } from './inline-svg.ts';
import { childElements } from './parts.ts';
import { raw } from './raw.ts';
import { colorProperties } from './token-css.ts';

/**
 * Put each drawing into its `<figure data-chart>`, behind the figcaption, as `div[drawing] > svg` that bears the
 * alternative text. A drawing without one is an ornament. Throws when a chart was never drawn: compose promises all.
 */
export function insertDrawings(
  tree: Root,
  drawings: Readonly<Record<string, Drawing>>,
  tokens: ThemeTokens,
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
      frame(drawing, `drawing-${count}`, colors),
    );
  });
}

function frame({ svg, alt, width }: Drawing, prefix: string, colors: ReadonlyMap<string, string>): Element {
  const frame = h('div', { dataPart: 'drawing', style: `--drawing-width: ${width}px` });
  frame.children.push(raw(inlineSvg(svg, { prefix, alt, colors })));
  return frame;
}
