import { describe, expect, it } from 'vitest';
import { chartTheme } from '../../src/charts/theme.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { createHost } from '../../src/host.ts';
import { readTheme } from '../../src/load/read-theme.ts';
import type { ThemeTokens } from '../../src/validate/schema/theme.ts';
import { validateTheme } from '../../src/validate/validate-theme.ts';
import { contrast, lightness, visions } from './color-vision.ts';

const host = createHost();
const names = await host.list('templates/themes');
const themes = await Promise.all(
  names.map(async (name): Promise<[string, ThemeTokens]> => {
    const diagnostics = new Diagnostics('en');
    const sources = await readTheme(name, host, diagnostics);
    return [name, validateTheme(name, sources!, diagnostics)!.tokens];
  }),
);
const palettes = themes.flatMap(([name, tokens]) => [
  { name, tokens, palette: tokens.colors },
  { name: `${name}, dark`, tokens, palette: tokens.dark },
]);

/** Least difference of lightness two neighbours in a chart must have, so that a grey print shows two. */
const leastStep = 12;

describe.each(palettes)('$name', ({ tokens, palette }) => {
  it('sets text that can be read on paper and on tint', () => {
    const used = new Set(Object.values(tokens.type).map(({ color }) => color));
    const grounds = [palette.paper, palette.tint];
    const faint = [...used, 'ink' as const, 'primary' as const, 'grey' as const]
      .filter((color) => color !== 'paper')
      .flatMap((color) => grounds.map((ground) => ({ color, ratio: contrast(palette[color], ground) })))
      .filter(({ ratio }) => ratio < 4.5);
    expect(faint).toEqual([]);
  });

  it('sets the cover so that it can be read', () => {
    if (tokens.cover.field === 'primary')
      expect(contrast(palette.paper, palette.primary)).toBeGreaterThan(4.5);
  });

  it.each(visions)('paints neighbours in charts that differ in lightness for %s eyes', (vision) => {
    const { range } = chartTheme({ ...tokens, colors: palette });
    const scales = range as Record<'category' | 'ordinal' | 'levels' | 'nested', string[]>;
    const alike = (['category', 'ordinal', 'levels', 'nested'] as const).flatMap((scale) =>
      scales[scale].slice(1).flatMap((color, index) => {
        const before = scales[scale][index]!;
        const step = Math.abs(lightness(color, vision) - lightness(before, vision));
        return step < leastStep ? [{ scale, before, color, step }] : [];
      }),
    );
    expect(alike).toEqual([]);
  });

  it('paints marks that stand out from paper', () => {
    for (const color of [...palette.steps, palette.second])
      expect(Math.abs(lightness(color) - lightness(palette.paper)), color).toBeGreaterThan(leastStep);
  });
});
