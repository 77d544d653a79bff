import type { ThemeTokens, TypeStyle } from '../../validate/schema/theme.ts';
import { cssString } from './css-text.ts';

type Palette = ThemeTokens['colors'];

/** Custom property of each palette colour, for example `ink` → `--color-ink` and the second step → `--color-step-2`. */
export function colorProperties(palette: Palette): [property: string, color: string][] {
  const { steps, ...single } = palette;
  return [
    ...Object.entries(single).map(([name, color]): [string, string] => [`--color-${name}`, color]),
    ...steps.map((color, index): [string, string] => [`--color-step-${index + 1}`, color]),
  ];
}

/**
 * The theme's tokens as custom properties of `:root`: `--color-*`, `--face-<name>`, `--page-*` in mm,
 * and for each type role `--type-<role>` (a `font` shorthand), `--ink-<role>` (its colour) and, where the theme says
 * so, `--spacing-<role>` between characters, `--before-<role>` and `--after-<role>`. Sizes are multiplied by `--scale`,
 * which is 1 on paper.
 */
export function tokenCss(tokens: ThemeTokens): string {
  const light = [
    ...colorProperties(tokens.colors),
    ...Object.entries(tokens.faces).map(([name, face]): [string, string] => [
      `--face-${name}`,
      [face.family, ...face.fallback]
        .map((family) => (/^(sans-)?serif$/.test(family) ? family : cssString(family)))
        .join(', '),
    ]),
    ...Object.entries(tokens.page).map(([name, length]): [string, string] => [
      `--page-${name}`,
      `${length}mm`,
    ]),
    ...Object.entries(tokens.type).flatMap(([role, style]): [string, string][] => [
      [`--type-${role}`, fontShorthand(style)],
      [`--ink-${role}`, `var(--color-${style.color})`],
      ...lengths(role, style),
    ]),
  ];
  return [
    `:root {\n${declarations([['--scale', '1'], ...light])}\n}`,
    `@media screen {\n:root {\n${declarations([['--scale', '1.2']])}\n}\n}`,
    `@media screen and (prefers-color-scheme: dark) {\n:root {\n${declarations(colorProperties(tokens.dark))}\n}\n}`,
  ].join('\n');
}

function fontShorthand({ size, leading, face, weight }: TypeStyle): string {
  return `${weight} calc(${size}pt * var(--scale)) / calc(${leading}pt * var(--scale)) var(--face-${face})`;
}

function lengths(role: string, style: TypeStyle): [property: string, length: string][] {
  return (['spacing', 'before', 'after'] as const).flatMap((name): [string, string][] => {
    const points = style[name];
    return points === undefined ? [] : [[`--${name}-${role}`, `calc(${points}pt * var(--scale))`]];
  });
}

function declarations(properties: readonly (readonly [string, string])[]): string {
  return properties.map(([name, value]) => `  ${name}: ${value};`).join('\n');
}
