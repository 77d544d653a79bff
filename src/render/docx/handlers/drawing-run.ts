import type { Element } from 'hast';
import { ImageRun, type ParagraphChild } from 'docx';
import type { Drawing } from '../../../document/drawing.ts';
import type { Context } from '../context.ts';
import { captionText } from '../caption-text.ts';
import { partOf } from '../element.ts';
import { nativeChartRun } from '../native-chart.ts';
import { pixelsOfTwips } from '../units.ts';

/** A drawing the tree asks for that draw did not deliver, or whose picture was not rasterized: our bug. */
export class DrawingMissing extends Error {
  override readonly name = 'DrawingMissing';

  constructor(chart: string, what: string) {
    super(`DOCX: no ${what} for chart ${chart}`);
  }
}

/** The drawing of a figure: a native Word chart where there is one, else its SVG with a PNG behind it. */
export function drawingRun(element: Element, context: Context): ParagraphChild | undefined {
  const chart = element.properties.dataChart;
  if (typeof chart !== 'string') return undefined;
  const drawing = context.drawings[chart];
  if (!drawing) throw new DrawingMissing(chart, 'drawing');
  const size = fit(drawing, pixelsOfTwips(context.width));
  const altText = { name: chart, title: captionText(element), description: drawing.alt };
  if (!drawing.native || partOf(element) === 'motif') return picture(chart, drawing, size, altText, context);
  // A chart is a `Run`, which the library's type of paragraph children leaves out though it takes them.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  return nativeChartRun(drawing.native, { size, altText });
}

function picture(
  chart: string,
  drawing: Drawing,
  size: { readonly width: number; readonly height: number },
  altText: { readonly name: string; readonly title: string; readonly description: string },
  { pictures }: Context,
): ImageRun {
  const png = pictures[chart];
  if (!png) throw new DrawingMissing(chart, 'picture');
  return new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(drawing.svg),
    fallback: { type: 'png', data: png },
    transformation: size,
    ...(drawing.alt === '' ? { altText: { name: chart }, decorative: true } : { altText }),
  });
}

/** Size in CSS pixels, no wider than the place it stands in. */
function fit({ width, height }: Drawing, room: number): { width: number; height: number } {
  const scale = Math.min(1, room / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
