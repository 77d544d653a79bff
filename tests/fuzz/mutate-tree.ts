import { isMap, isScalar, isSeq, parseDocument, visit, type Node, type Pair } from 'yaml';
import type { Random } from './random.ts';

/** Values of every kind YAML has, to stand where another is meant. */
const values: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e21, -1e-21, Number.NaN, Number.POSITIVE_INFINITY, '', ' ', 'x', '0', '2022', 'constructor', '__proto__',
  '<i>x</i>', '{{x}}', 'a\nb', 'a\u0000b', '字'.repeat(3000), [], [[]], [null], ['x', 'x'], {}, { x: 1 }, { value: 1 }, { zh: 'x' }, { zh: null },
]; // prettier-ignore

const keys = [
  'x',
  '',
  '__proto__',
  'constructor',
  'toString',
  'value',
  'source',
  'text',
  'title',
  'id',
  '1',
  'a b',
  '字',
];

/** Change one node of a YAML file by its tree: its type, its key, its place; the file unchanged where it has no tree. */
export function mutateTree(text: string, random: Random): string {
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
  if (document.errors.length > 0) return text;
  const nodes: Node[] = [];
  const pairs: Pair[] = [];
  visit(document, {
    Node: (_, node) => void nodes.push(node),
    Pair: (_, pair) => void pairs.push(pair),
  });
  const replacement = (): Node =>
    random.oneIn(3) && nodes.length > 0
      ? (random.pick(nodes).clone() as Node)
      : document.createNode(random.pick(values));
  const parents = nodes.filter((node) => isMap(node) || isSeq(node)).filter(({ items }) => items.length > 0);
  const action = random.pick([
    'value',
    'value',
    'value',
    'key',
    'delete',
    'repeat',
    'swap',
    'scalar',
  ] as const);
  if (action === 'value' && pairs.length > 0) random.pick(pairs).value = replacement();
  if (action === 'key' && pairs.length > 0) {
    const pair = random.pick(pairs);
    pair.key = document.createNode(random.oneIn(4) ? random.pick(values) : random.pick(keys));
  }
  if (action === 'delete' && parents.length > 0) {
    const { items } = random.pick(parents);
    items.splice(random.integer(items.length), 1);
  }
  if (action === 'repeat' && parents.length > 0) {
    const { items } = random.pick(parents);
    const item = random.pick(items as Node[]);
    for (let left = random.pick([1, 1, 3, 200]); left > 0; left -= 1) items.push(item as never);
  }
  if (action === 'swap' && pairs.length > 1) {
    const [one, other] = [random.pick(pairs), random.pick(pairs)];
    [one.value, other.value] = [other.value, one.value];
  }
  if (action === 'scalar') {
    const scalars = nodes.filter((node) => isScalar(node));
    if (scalars.length > 0) {
      const scalar = random.pick(scalars);
      scalar.value = random.pick(values.filter((value) => typeof value !== 'object'));
      delete scalar.source;
      delete scalar.type;
    }
  }
  try {
    return document.toString();
  } catch {
    // A value swapped into itself cannot be written.
    return text;
  }
}
