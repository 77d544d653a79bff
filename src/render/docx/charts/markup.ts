/** An element of DrawingML with `val` as its only attribute. */
export const valued = (name: string, value: string | number): string => `<${name} val="${value}"/>`;

/** English Metric Units, 12 700 a point (ECMA-376 Part 1, §20.1.2.1). */
export const emuOfPoints = (points: number): number => Math.round(points * 12_700);

/** A colour as a fill; `opacity` from 0 to 1. */
export function solidFill(color: string, opacity = 1): string {
  const alpha = opacity < 1 ? valued('a:alpha', Math.round(opacity * 100_000)) : '';
  return `<a:solidFill><a:srgbClr val="${color}">${alpha}</a:srgbClr></a:solidFill>`;
}

/** A line of a colour and a thickness in points, or none. */
export function line(color: string | undefined, points = 0.75): string {
  if (color === undefined) return '<a:ln><a:noFill/></a:ln>';
  return `<a:ln w="${emuOfPoints(points)}" cap="rnd">${solidFill(color)}<a:round/></a:ln>`;
}

/** Neither fill nor line. */
export const unpainted = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
