import { expect, it } from 'vitest';
import { drawCharts } from '../../src/charts/draw.ts';
import { toPng } from '../../src/charts/rasterize.ts';
import { chartRequest, diagnostics, host, tokens } from './chart-request.ts';

const { svg, width, height } = (await drawCharts([chartRequest()], tokens, host, diagnostics())).bars!;

/** Width and height from a PNG's header. */
function size(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

it('makes a PNG of twice the size, the same each time', async () => {
  const png = await toPng(svg);
  expect(new TextDecoder().decode(png.subarray(1, 4))).toBe('PNG');
  expect(size(png)).toEqual([2 * width, 2 * height]);
  expect(await toPng(svg)).toEqual(png);
});

it('shows the bars and, in our faces, the text', async () => {
  const whole = await toPng(svg);
  const withoutText = await toPng(svg.replace(/<text.*?<\/text>/g, ''));
  const blank = await toPng(svg.replace(/<g.*<\/g>/s, ''));
  expect(size(blank)).toEqual(size(whole));
  expect(withoutText.length).toBeGreaterThan(blank.length);
  expect(whole.length).toBeGreaterThan(withoutText.length + 2000);
});
