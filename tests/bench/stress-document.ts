import type { Element, Root, RootContent } from 'hast';
import { visit } from '../../src/document/visit.ts';
import { partOf } from '../../src/compose/parse-tree.ts';
import type { ReportDocument } from '../../src/document/document.ts';

const repeated: ReadonlySet<string> = new Set(['chapter', 'appendix']);

/**
 * A report with its chapters, appendices and contents `times` over, each id once; with a part of one, the first of them. Its numbers
 * repeat; it is for timing.
 */
export function stressDocument(document: ReportDocument, times: number): ReportDocument {
  if (times < 1) return shortened(document, times);
  const copies = (node: RootContent, part: (copy: RootContent) => RootContent): RootContent[] =>
    Array.from({ length: times }, (_, index) => (index === 0 ? node : part(renamed(node, index))));
  const children = document.tree.children.map((node) => {
    if (node.type !== 'element' || partOf(node) !== 'contents') return node;
    const copy = structuredClone(node);
    visit(copy, 'element', (list) => {
      if (list.tagName !== 'ol') return undefined;
      list.children = list.children.flatMap((item) => copies(item, (one) => one)) as Element['children'];
      return 'skip';
    });
    return copy;
  });
  const body = children.filter(isRepeated);
  const at = children.findIndex(isRepeated);
  const copied = Array.from({ length: times }, (_, index) =>
    index === 0 ? body : body.map((node) => renamed(node, index)),
  );
  const others = children.filter((node) => !isRepeated(node));
  const tree: Root = {
    ...document.tree,
    children: [...others.slice(0, at), ...copied.flat(), ...others.slice(at)],
  };
  return { ...document, tree };
}

function isRepeated(node: RootContent): boolean {
  return node.type === 'element' && repeated.has(partOf(node) ?? '');
}

/** References to what is gone lead nowhere. */
function shortened(document: ReportDocument, share: number): ReportDocument {
  const body = document.tree.children.filter(isRepeated);
  const gone = new Set(body.slice(Math.ceil(body.length * share)));
  const children = document.tree.children.filter((node) => !gone.has(node));
  return { ...document, tree: { ...document.tree, children } };
}

function renamed(node: RootContent, index: number): RootContent {
  const copy = structuredClone(node);
  visit(copy, 'element', ({ properties }) => {
    if (typeof properties.id === 'string') properties.id += `-x${String(index)}`;
    const { href } = properties;
    if (typeof href === 'string' && href.startsWith('#')) properties.href = `${href}-x${String(index)}`;
  });
  return copy;
}
