import { toString } from 'hast-util-to-string';
import { visit } from '../../document/visit.ts';
import type { ReportDocument } from '../../document/document.ts';
import { drawingTable } from '../../document/drawing-table.ts';

/** Every character a renderer may set: the tree, running heads, the texts inside the drawings and below them. */
export function documentCharacters(document: ReportDocument): string {
  const drawn = Object.values(document.drawings).map(({ svg }) => svg);
  const running = document.tree.children.map((node) =>
    node.type === 'element' ? node.properties.dataRunning : '',
  );
  visit(document.tree, 'element', ({ properties }) => {
    running.push(properties.dataContinued ?? '');
  });
  const tables = Object.values(document.drawings)
    .flatMap((drawing) => drawingTable(drawing, document.notes).rows)
    .flatMap(({ label, series, time, text, standing }) => [label, series, time, text, standing]);
  const set = [...drawn, ...tables, ...Object.values(document.words), ...running.map(String)];
  const characters = new Set([toString(document.tree), document.meta.title, ...set].join(''));
  return [...characters].filter((character) => !/\p{Cc}/u.test(character)).join('');
}
