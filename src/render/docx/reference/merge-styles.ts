import type { XmlElement } from '../xml.ts';
import { adaptStyle } from './adapt-style.ts';
import { element } from './paragraph-properties.ts';
import { childOf, styleKey, stylesById, valueOf } from './style-sheet.ts';
import { takeStyle } from './take-style.ts';

/**
 * One `w:styles` of two: each of our styles that the office has by name is as the office has it, under our id; the
 * others go with those (`adaptStyle`); and with them come those of the office's styles the taken ones are based on. The
 * document's defaults are the office's but for the language.
 */
export function mergeStyles(ours: XmlElement, theirs: XmlElement): XmlElement {
  const own = stylesById(ours);
  const office = stylesById(theirs);
  const byName = new Map([...office.values()].reverse().map((style) => [styleKey(style), style]));
  const matches = [...own].flatMap(([id, style]): [string, XmlElement][] => {
    const match = byName.get(styleKey(style));
    return match ? [[id, match]] : [];
  });
  const renamed = newIds(matches, own, office);
  const taken = new Map(matches.map(([id, style]) => [id, takeStyle(style, own.get(id), renamed)]));
  const bases = [...renamed]
    .filter(([, id]) => !own.has(id))
    .flatMap(([from]) => office.get(from) ?? [])
    .map((style) => takeStyle(style, undefined, renamed));
  const known = new Map([
    ...taken,
    ...bases.map((style) => [style.attributes['w:styleId'] ?? '', style] as const),
  ]);
  const merged = [...own].map(
    ([id, style]) => taken.get(id) ?? adaptStyle(style, { ours: own, taken: known }),
  );
  const defaults = childOf(ours, 'w:docDefaults');
  return {
    ...ours,
    children: [...mergeDefaults(defaults, childOf(theirs, 'w:docDefaults')), ...merged, ...bases],
  };
}

/** What each style taken over is called here: ours by our ids, those they are based on by their own where it is free. */
function newIds(
  matches: readonly (readonly [id: string, style: XmlElement])[],
  own: ReadonlyMap<string, XmlElement>,
  office: ReadonlyMap<string, XmlElement>,
): Map<string, string> {
  const renamed = new Map<string, string>();
  for (const [id, style] of matches) renamed.set(style.attributes['w:styleId'] ?? '', id);
  for (const [, style] of matches) {
    for (let base = valueOf(style, 'w:basedOn'); base !== undefined && !renamed.has(base);) {
      const next = office.get(base);
      if (!next) break;
      renamed.set(base, own.has(base) ? `Office${base}` : base);
      base = valueOf(next, 'w:basedOn');
    }
  }
  return renamed;
}

function mergeDefaults(ours: XmlElement | undefined, theirs: XmlElement | undefined): XmlElement[] {
  if (!ours || !theirs) return ours ? [ours] : [];
  const language = childOf(childOf(childOf(ours, 'w:rPrDefault'), 'w:rPr'), 'w:lang');
  const runs = childOf(childOf(theirs, 'w:rPrDefault'), 'w:rPr')?.children ?? [];
  const said = runs.findIndex(({ name }) => /^w:(?:lang|eastAsianLayout|specVanish|oMath)$/.test(name));
  const at = said < 0 ? runs.length : said;
  const spoken = [...runs.slice(0, at), ...(language ? [language] : []), ...runs.slice(at)].filter(
    (run) => run.name.startsWith('w:') && (run.name !== 'w:lang' || run === language),
  );
  const paragraphs = childOf(theirs, 'w:pPrDefault');
  const rPr = { ...element('w:rPr'), children: spoken };
  return [
    {
      ...element('w:docDefaults'),
      children: [{ ...element('w:rPrDefault'), children: [rPr] }, ...(paragraphs ? [paragraphs] : [])],
    },
  ];
}
