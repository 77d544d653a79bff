import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { ReportDocument } from '../../document/document.ts';

/** Every character a renderer may set: the tree, running heads, and the texts inside the drawings. */
export function documentCharacters(document: ReportDocument): string {
  const drawn = Object.values(document.drawings).map(({ svg }) => svg);
  const running = document.tree.children.map((node) =>
    node.type === 'element' ? node.properties.dataRunning : '',
  );
  visit(document.tree, 'element', ({ properties }) => {
    running.push(properties.dataContinued ?? '');
  });
  const characters = new Set(
    [toString(document.tree), document.meta.title, ...running.map(String), ...drawn].join(''),
  );
  return [...characters].filter((character) => !/\p{Cc}/u.test(character)).join('');
}
