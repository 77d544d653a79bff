import { isAlias, isMap, isPair, isScalar, isSeq, type Document, type Node } from 'yaml';

/** How the characters of a scalar stand in the file. */
type Style = 'plain' | 'quoted' | 'literal' | 'folded';

/** Where the parts of a YAML file stand, as plain data. */
export interface Outline {
  /** Offset of its first character; absent where there is nothing. */
  readonly at?: number | undefined;
  /** Characters of a scalar, unquoted. */
  readonly source?: string | undefined;
  readonly style?: Style;
  readonly pairs?: readonly Entry[];
  readonly items?: readonly (Outline | null)[];
  /** What an alias stands for. */
  readonly target?: Outline | null;
}

export interface Entry {
  readonly key: string;
  readonly at?: number | undefined;
  readonly value: Outline | null;
}

/** The outline of a document whose aliases are all bound. */
export function outlineOf(document: Document): Outline | null {
  const known = new Map<unknown, Outline>();
  const outline = (node: unknown): Outline | null => {
    if (node === null || node === undefined) return null;
    let made = known.get(node);
    if (!made) known.set(node, (made = describe(node)));
    return made;
  };
  const describe = (node: unknown): Outline => {
    const at = startOf(node);
    if (isAlias(node)) return { at, target: outline(node.resolve(document)) };
    if (isScalar(node)) return { at, source: node.source, style: styles.get(node.type) ?? 'plain' };
    if (isSeq(node)) return { at, items: node.items.map(outline) };
    if (!isMap(node)) return { at };
    const pairs = node.items.filter(isPair).map(({ key, value }) => ({
      key: isScalar(key) ? String(key.value) : String(key),
      at: startOf(key),
      value: outline(value),
    }));
    return { at, pairs };
  };
  return outline(document.contents);
}

const styles = new Map<unknown, Style>([
  ['BLOCK_LITERAL', 'literal'],
  ['BLOCK_FOLDED', 'folded'],
  ['QUOTE_DOUBLE', 'quoted'],
  ['QUOTE_SINGLE', 'quoted'],
]);

export function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
