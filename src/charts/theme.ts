import type { Config } from 'vega-lite';
import type { ThemeTokens } from '../validate/schema/theme.ts';

/** CSS pixels a point: charts stand at their own size, so 9 pt text is 12 px in the drawing. */
const pixelsPerPoint = 96 / 72;

/** Bars are 5 to 7 mm thick however many there are, dots as wide as a digit. */
const barThickness = 20;
const dotArea = 110;

/**
 * The look of every chart as a Vega-Lite configuration: text in the sans face, no axis lines, marks in the tokens'
 * colours, nothing that has to be repeated in a spec. Specs reach the tokens by the names of styles and ranges, never
 * by a colour of their own:
 *
 * - text: `label` and `label-left` (beside a mark), `above`, `above-right`, `below`, `below-right` (of a track),
 *   `strong`, `secondary` (grey, note size)
 * - bars: `level`, `track` (what is not yet reached), `ground` (behind a row), `accent`; rules: `baseline`
 * - points: `dot`, `dot-hollow`; on a coloured ground `on-primary`, `on-primary-pale`
 * - ranges of colour scales: `levels` (base, present, target), `nested` (each part of the one before),
 *   `tiers` (pieces that bear text: `on-primary` on the first two, the ink on the last, readable in the dark, too)
 */
export function chartTheme(tokens: ThemeTokens): Config {
  const { colors, faces, type } = tokens;
  const labelSize = type.chart.size * pixelsPerPoint;
  const noteSize = type['chart-note'].size * pixelsPerPoint;
  const [strongest, strong, middle, pale] = colors.steps as [string, string, string, string];

  return {
    background: 'transparent',
    padding: { left: 0, top: 0, right: 2, bottom: 0 },
    font: faces.sans.family,
    aria: false,
    countTitle: '',
    view: { stroke: null },
    scale: { zero: true, bandPaddingInner: 0.3, bandPaddingOuter: 0.15 },
    range: {
      category: [strongest, middle, colors.second, pale, strong],
      ordinal: [...colors.steps],
      ramp: [pale, strongest],
      levels: [middle, strongest, pale],
      nested: [pale, strong, strongest],
      tiers: [strongest, strong, pale],
    },
    axis: {
      title: null,
      domain: false,
      ticks: false,
      grid: false,
      labelColor: colors.ink,
      labelFontSize: labelSize,
      labelLimit: 0,
      labelPadding: 10,
      titleColor: colors.grey,
      titleFontSize: noteSize,
      titleFontWeight: 400,
    },
    axisQuantitative: {
      grid: true,
      gridColor: colors.hairline,
      gridWidth: 0.75,
      labelColor: colors.grey,
      labelFontSize: noteSize,
      tickCount: 5,
    },
    legend: {
      title: null,
      orient: 'top',
      direction: 'horizontal',
      offset: 8,
      labelColor: colors.ink,
      labelFontSize: labelSize,
      labelLimit: 0,
      symbolStrokeWidth: 0,
    },
    header: {
      title: null,
      labelColor: colors.ink,
      labelFontSize: labelSize,
      labelFontWeight: 700,
      labelLimit: 0,
    },
    bar: {
      color: strongest,
      discreteBandSize: barThickness,
      continuousBandSize: barThickness,
      binSpacing: 0,
    },
    area: { color: strongest },
    line: { color: strongest, strokeWidth: 2 },
    point: { color: strongest, filled: true, size: dotArea, opacity: 1 },
    rule: { color: colors.hairline, strokeWidth: 0.75 },
    text: { color: colors.ink, limit: 0, baseline: 'middle', lineBreak: '\n' },
    style: {
      // Here and not under `text`, which would win over the styles below.
      text: { fontSize: labelSize },
      label: { align: 'left', dx: 7 },
      'label-left': { align: 'right', dx: -12 },
      above: { align: 'left', dy: -19 },
      'above-right': { align: 'right', dy: -19 },
      below: { align: 'left', dy: 18 },
      'below-right': { align: 'right', dy: 18 },
      strong: { fontWeight: 700 },
      secondary: { color: colors.grey, fontSize: noteSize },
      baseline: { color: colors.grey, strokeWidth: 0.75 },
      ground: { color: colors.tint },
      track: { color: colors.tint, stroke: colors.hairline, strokeWidth: 0.75 },
      level: { color: strongest },
      accent: { color: colors.accent },
      dot: { color: strongest, stroke: strongest, strokeWidth: 1.75 },
      'dot-hollow': { color: colors.paper, stroke: strongest, strokeWidth: 1.75 },
      'on-primary': { color: colors.paper },
      'on-primary-pale': { color: middle },
    },
  };
}

/** Every colour a chart may use, in lower case: the HTML renderer turns these into properties of the theme. */
export function tokenColors(tokens: ThemeTokens): ReadonlySet<string> {
  return new Set(
    Object.values(tokens.colors)
      .flat()
      .map((color) => color.toLowerCase()),
  );
}
