import { typefaceFor, typefacesOf } from '../../../fonts/faces.ts';
import { loadMetrics } from '../../../fonts/metrics.ts';
import type { Host } from '../../../host.ts';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';

/** How a run is set, as far as its width goes. */
export interface RunFont {
  readonly name: string;
  /** Half-points. */
  readonly size: number;
  readonly bold: boolean;
  /** Twips between characters. */
  readonly spacing: number;
}

/** Width of a character in twips. */
export type CharacterWidth = (character: string, font: RunFont) => number;

/** Fonts of Windows whose Latin letters and digits are half as wide as a Chinese character. */
const halfWidth = new Set([
  '宋体', 'SimSun', '新宋体', 'NSimSun', '黑体', 'SimHei', '仿宋', 'FangSong', '仿宋_GB2312', 'FangSong_GB2312', '楷体', 'KaiTi', '楷体_GB2312', 'KaiTi_GB2312',
]); // prettier-ignore

/**
 * Widths in the theme's Word fonts: of those with Latin half as wide as Chinese by their rule, of others in the face the theme
 * names beside them. Chinese is one em wide in all of them.
 */
export async function characterWidths(host: Host, { faces }: ThemeTokens): Promise<CharacterWidth> {
  const files = typefacesOf(faces);
  const metrics = await loadMetrics(host, files);
  const ids = new Map<string, string>();
  for (const { word, family } of Object.values(faces)) {
    for (const weight of [400, 700] as const) {
      ids.set(`${word}/${String(weight)}`, typefaceFor(files, family, weight).id);
    }
  }
  const known = new Map<string, number>();
  const ems = (character: string, name: string, bold: boolean): number => {
    const id = halfWidth.has(name) ? undefined : ids.get(`${name}/${bold ? '700' : '400'}`);
    if (id !== undefined) return metrics.textWidth(character, id, 1);
    return character < '\u0080' ? 0.5 : 1;
  };
  return (character, { name, size, bold, spacing }) => {
    if (character >= '\u4E00' && character <= '\u9FFF') return size * 10 + spacing;
    const key = `${character}${bold ? '*' : ''}${name}`;
    let em = known.get(key);
    if (em === undefined) known.set(key, (em = ems(character, name, bold)));
    return em * size * 10 + spacing;
  };
}
