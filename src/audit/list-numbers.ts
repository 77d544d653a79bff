import { toHan } from '../document/han-numeral.ts';
import { findElement, findElements, type XmlElement } from '../render/docx/xml.ts';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** Level (from 1) below which it starts again; 0 never. */
  readonly restart: number;
}

interface List {
  /** What counts: lists of one abstract definition count on from each other. */
  readonly counter: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where this list starts a level again when it is first used. */
  readonly starts: ReadonlyMap<number, number>;
}

interface Style {
  readonly basedOn: string | undefined;
  readonly numbering: XmlElement | undefined;
  readonly outline: boolean;
}

/**
 * Works out the numbers Word shows before headings, paragraph by paragraph in the order of the document (ECMA-376 part
 * 1, 17.9): from the paragraph's list or its style's, restarts and overridden starts included. Items of lists in the text
 * are counted, too, but have no text here: the tree leaves their marks to whoever shows it, and so does HTML.
 */
export class ListNumbers {
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #lists: ReadonlyMap<string, List>;
  readonly #counts = new Map<string, Map<number, number>>();
  readonly #used = new Set<string>();

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    this.#lists = readLists(numbering);
    this.#styles = readStyles(styles);
  }

  /** The number before a paragraph, or nothing. Every paragraph in a list must be asked for, once and in order. */
  of(paragraph: XmlElement): string {
    const properties = child(paragraph, 'w:pPr');
    const chain = this.#chain(value(properties && child(properties, 'w:pStyle')) ?? '');
    const own = properties && child(properties, 'w:numPr');
    const given = [own, ...chain.map(({ numbering }) => numbering)];
    const id = first(given, 'w:numId') ?? '0';
    const list = this.#lists.get(id);
    if (!list) return '';
    const level = Number(first(given, 'w:ilvl') ?? 0);
    const counts = this.#count(id, list, level);
    return chain.some(({ outline }) => outline) ? label(list, level, counts) : '';
  }

  #count(id: string, list: List, level: number): ReadonlyMap<number, number> {
    const counts = this.#counts.get(list.counter) ?? new Map<number, number>();
    this.#counts.set(list.counter, counts);
    if (!this.#used.has(id)) for (const [at, start] of list.starts) counts.set(at, start - 1);
    this.#used.add(id);
    const start = list.levels.get(level)?.start ?? 1;
    counts.set(level, (counts.get(level) ?? start - 1) + 1);
    for (const below of counts.keys()) {
      const restart = list.levels.get(below)?.restart ?? below;
      if (below > level && restart > level) counts.delete(below);
    }
    return counts;
  }

  #chain(id: string): Style[] {
    const chain: Style[] = [];
    for (let style = this.#styles.get(id); style && chain.length < 20;) {
      chain.push(style);
      style = this.#styles.get(style.basedOn ?? '');
    }
    return chain;
  }
}

function label(list: List, level: number, counts: ReadonlyMap<number, number>): string {
  return (list.levels.get(level)?.text ?? '').replace(/%(\d)/g, (_, place: string) => {
    const at = Number(place) - 1;
    const { format = 'decimal', start = 1 } = list.levels.get(at) ?? {};
    return formatted(counts.get(at) ?? start, format);
  });
}

/** A count in a format of ST_NumberFormat; one that is not read shows as such, so that the text differs. */
function formatted(count: number, format: string): string {
  if (format === 'decimal') return String(count);
  if (/^(?:chineseCounting|chineseCountingThousand|taiwaneseCountingThousand)$/.test(format))
    return toHan(count);
  return format === 'none' || format === 'bullet' ? '' : '\uFFFD';
}

function readLists(numbering: XmlElement | undefined): Map<string, List> {
  const all = numbering?.children ?? [];
  const definitions = new Map(
    all
      .filter(({ name }) => name === 'w:abstractNum')
      .map((definition) => [definition.attributes['w:abstractNumId'] ?? '', readLevels(definition)]),
  );
  return new Map(
    all
      .filter(({ name }) => name === 'w:num')
      .map((list) => {
        const counter = value(child(list, 'w:abstractNumId')) ?? '';
        const overrides = list.children.filter(({ name }) => name === 'w:lvlOverride');
        const levels = new Map([
          ...(definitions.get(counter) ?? []),
          ...overrides.flatMap((one) => [...readLevels(one)]),
        ]);
        const starts = overrides.flatMap((override): [number, number][] => {
          const start = value(child(override, 'w:startOverride'));
          return start === undefined ? [] : [[Number(override.attributes['w:ilvl']), Number(start)]];
        });
        return [list.attributes['w:numId'] ?? '', { counter, levels, starts: new Map(starts) }];
      }),
  );
}

function readLevels(definition: XmlElement): Map<number, Level> {
  const levels = definition.children.filter(({ name }) => name === 'w:lvl');
  return new Map(
    levels.map((level) => {
      const at = Number(level.attributes['w:ilvl']);
      return [
        at,
        {
          format: value(child(level, 'w:numFmt')) ?? 'decimal',
          text: value(child(level, 'w:lvlText')) ?? '',
          start: Number(value(child(level, 'w:start')) ?? 0),
          restart: Number(value(child(level, 'w:lvlRestart')) ?? at),
        },
      ];
    }),
  );
}

function readStyles(styles: XmlElement | undefined): Map<string, Style> {
  const all = styles ? findElements(styles, 'w:style') : [];
  return new Map(
    all.map((style) => [
      style.attributes['w:styleId'] ?? '',
      {
        basedOn: value(child(style, 'w:basedOn')),
        numbering: findElement(style, 'w:numPr'),
        outline: findElement(style, 'w:outlineLvl') !== undefined,
      },
    ]),
  );
}

/** The first that says so: the paragraph, then its style, then what that is based on. */
function first(given: readonly (XmlElement | undefined)[], name: string): string | undefined {
  for (const numbering of given) {
    const found = numbering && value(child(numbering, name));
    if (found !== undefined) return found;
  }
  return undefined;
}

function child(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find((one) => one.name === name);
}

function value(element: XmlElement | undefined): string | undefined {
  return element?.attributes['w:val'];
}
