/** Twips (1/20 pt) of a length in millimetres, rounded: the library's own converter floors and loses a twip on A4. */
export function twipsOfMm(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** Twips of a length in points. */
export function twipsOfPoints(points: number): number {
  return Math.round(points * 20);
}

/** Half-points, the unit of `w:sz`, of a size in points. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** CSS pixels (96 an inch) of a length in twips. */
export function pixelsOfTwips(twips: number): number {
  return twips / 15;
}

/** A `#RRGGBB` token as WordprocessingML writes colours: six hex digits without `#`. */
export function hexColor(token: string): string {
  return token.replace('#', '').toUpperCase();
}
