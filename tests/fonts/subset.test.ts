import { create, type Font } from 'fontkit';
import { expect, test } from 'vitest';
import { bundledFaces } from '../../src/fonts/faces.ts';
import { subsetFonts } from '../../src/fonts/subset.ts';
import { createHost } from '../../src/host.ts';

const subset = await subsetFonts(createHost(), '知识产权白皮书知');

test('every face holds the characters asked for, digits and Latin letters, and little else', () => {
  for (const { id: face } of bundledFaces) {
    const font: Font = create(subset.files[face]!);
    for (const character of '知识产权白皮书09azAZ（％') {
      expect(font.glyphForCodePoint(character.codePointAt(0)!).id, `${face} ${character}`).not.toBe(0);
    }
    expect(font.glyphForCodePoint('厦'.codePointAt(0)!).id).toBe(0);
    expect(subset.files[face]!.byteLength).toBeLessThan(60_000);
  }
});

test('the style sheet carries the four files itself', () => {
  expect(subset.css.match(/@font-face/g)).toHaveLength(4);
  expect(subset.css.match(/url\(data:font\/ttf;base64,/g)).toHaveLength(4);
  expect(subset.css).not.toMatch(/https?:|file:/);
});

test('the same characters in any order give the same bytes', async () => {
  const again = await subsetFonts(createHost(), '书皮白权产识知');
  expect(again.css).toBe(subset.css);
});
