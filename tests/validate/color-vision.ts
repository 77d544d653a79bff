/** Linear sRGB, each 0 to 1. */
type Rgb = readonly [red: number, green: number, blue: number];

/** Eyes without the red or the green cones: Viénot, Brettel and Mollon (1999), for linear sRGB. */
const projections = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deuteranopia: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
} as const satisfies Record<string, readonly Rgb[]>;

export type Vision = keyof typeof projections;
export const visions = Object.keys(projections) as Vision[];

/** CIE L* of a `#RRGGBB` colour as eyes of a kind see it, 0 to 100. */
export function lightness(color: string, vision: Vision = 'normal'): number {
  const y = luminance(see(linear(color), vision));
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (24389 / 27) * y;
}

/** Contrast of two colours by WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function linear(color: string): Rgb {
  const channel = (at: number): number => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function see(color: Rgb, vision: Vision): Rgb {
  const [red, green, blue] = projections[vision].map((row) =>
    row.reduce<number>((sum, weight, index) => sum + weight * (color[index] ?? 0), 0),
  );
  return [red ?? 0, green ?? 0, blue ?? 0];
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
