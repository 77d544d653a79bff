import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawCharts } from '../../src/charts/draw.ts';
import { toPng } from '../../src/charts/rasterize.ts';
import { cutFiles } from '../../src/fonts/cut-files.ts';
import { typefacesOf } from '../../src/fonts/faces.ts';
import type { Host } from '../../src/host.ts';
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

it('makes the same of faces cut down to the text, and of whole ones where they cannot be cut', async () => {
  const faces = typefacesOf(tokens.faces);
  const of = async (from: Host): Promise<[readonly string[], Uint8Array]> => {
    const { files, remove } = await cutFiles(from, faces, svg);
    try {
      return [files, await toPng(svg, { files, family: tokens.faces.sans.family })];
    } finally {
      remove();
    }
  };
  const full = { ...host, ownFolder: () => Promise.reject(new Error('ENOSPC')) };
  const [cut, whole] = [await of(host), await of(full)];
  expect(whole[0]).toEqual(faces.map(({ path }) => path));
  expect(cut[0]).not.toEqual(whole[0]);
  expect(Buffer.compare(cut[1], whole[1])).toBe(0);
  expect(cut[0].every((file) => whole[0].includes(file) || !existsSync(file))).toBe(true);
});
