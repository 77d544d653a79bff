import type { XmlElement } from '../xml.ts';
import { adaptStyle } from './adapt-style.ts';
import { cleanStyle } from './clean-style.ts';
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
  const office = officeStyles(theirs, new Set([...own.values()].map((style) => valueOf(style, 'w:name'))));
  const renamed = newIds(own, office);
  const all = [...office].flatMap(([from, style]) => {
    const id = renamed.get(from);
    // Of several of one name the first is meant, and the others lead to it.
    return id === undefined || from !== style.attributes['w:styleId']
      ? []
      : [takeStyle(style, own.get(id), renamed, office)];
  });
  const taken = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const merged = [...own].map(([id, style]) => taken.get(id) ?? adaptStyle(style, { ours: own, taken }));
  const bases = [...taken].filter(([id]) => !own.has(id)).map(([, style]) => style);
  const defaults = mergeDefaults(childOf(ours, 'w:docDefaults'), childOf(theirs, 'w:docDefaults'));
  return { ...ours, children: [...defaults, ...merged, ...bases] };
}

/**
 * The office's styles by id, each the first of its kind and name: Word knows no second. One whose name is written as ours
 * comes before those that differ in case: LibreOffice keeps a Caption of its own beside the caption of a Word file. A base
 * that leads back to a style on the way there is taken off.
 */
function officeStyles(theirs: XmlElement, ours: ReadonlySet<string | undefined>): Map<string, XmlElement> {
  const styles = stylesById(theirs);
  const rank = (style: XmlElement): number => (ours.has(valueOf(style, 'w:name')) ? 1 : 0);
  const last = [...styles.values()].reverse().sort((a, b) => rank(a) - rank(b));
  const byName = new Map(last.map((style) => [styleKey(style), style]));
  const meant = new Map([...styles].map(([id, style]) => [id, byName.get(styleKey(style)) ?? style]));
  const isCircle = (style: XmlElement): boolean => {
    const seen = new Set<XmlElement>();
    for (let next: XmlElement | undefined = style; next; next = meant.get(valueOf(next, 'w:basedOn') ?? '')) {
      if (seen.has(next)) return true;
      seen.add(next);
    }
    return false;
  };
  const withoutBase = (style: XmlElement): XmlElement => ({
    ...style,
    children: style.children.filter(({ name }) => name !== 'w:basedOn'),
  });
  const round = new Set([...meant.values()].filter(isCircle));
  return new Map([...meant].map(([id, style]) => [id, round.has(style) ? withoutBase(style) : style]));
}

/** What each style taken over is called here: ours by our ids, those they are based on by their own where it is free. */
function newIds(
  own: ReadonlyMap<string, XmlElement>,
  office: ReadonlyMap<string, XmlElement>,
): Map<string, string> {
  const ours = new Map([...own].map(([id, style]) => [styleKey(style), id]));
  const renamed = new Map<string, string>();
  for (const [from, style] of office) {
    const id = ours.get(styleKey(style));
    if (id !== undefined) renamed.set(from, id);
  }
  for (const from of [...renamed.keys()]) {
    for (
      let base = baseOf(from, office);
      base !== undefined && !renamed.has(base);
      base = baseOf(base, office)
    ) {
      const id = office.get(base)?.attributes['w:styleId'] ?? base;
      renamed.set(id, own.has(id) ? `Office${id}` : id);
      renamed.set(base, renamed.get(id) ?? id);
    }
  }
  return renamed;
}

/** The id of the style one is based on, where that is there and of the same kind. */
function baseOf(from: string, office: ReadonlyMap<string, XmlElement>): string | undefined {
  const style = office.get(from);
  const base = valueOf(style, 'w:basedOn') ?? '';
  return office.has(base) && office.get(base)?.attributes['w:type'] === style?.attributes['w:type']
    ? base
    : undefined;
}

function mergeDefaults(ours: XmlElement | undefined, theirs: XmlElement | undefined): XmlElement[] {
  if (!ours || !theirs) return ours ? [ours] : [];
  const language = childOf(childOf(childOf(ours, 'w:rPrDefault'), 'w:rPr'), 'w:lang');
  const [said] = cleanStyle(theirs);
  const runs = childOf(childOf(said, 'w:rPrDefault'), 'w:rPr')?.children ?? [];
  const spot = runs.findIndex(({ name }) => /^w:(?:lang|eastAsianLayout|specVanish|oMath)$/.test(name));
  const at = spot < 0 ? runs.length : spot;
  const spoken = [...runs.slice(0, at), ...(language ? [language] : []), ...runs.slice(at)].filter(
    (run) => run.name !== 'w:lang' || run === language,
  );
  const paragraphs = childOf(said, 'w:pPrDefault');
  const rPr = { ...element('w:rPr'), children: spoken };
  return [
    {
      ...element('w:docDefaults'),
      children: [{ ...element('w:rPrDefault'), children: [rPr] }, ...(paragraphs ? [paragraphs] : [])],
    },
  ];
}
