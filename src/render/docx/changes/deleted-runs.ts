import { xmlElement, type XmlElement } from '../xml.ts';
import type { Changes } from './changes.ts';
import type { Token } from './inline.ts';

/**
 * Runs of the older document as deleted text, in its own look: pictures and notes with all they need, fields as the
 * text they showed, since what they refer to may be gone. Links and bookmarks are left out.
 */
export function deletedRuns(tokens: readonly Token[], changes: Changes): XmlElement[] {
  const runs: { readonly properties: XmlElement | undefined; readonly children: XmlElement[] }[] = [];
  let text = '';
  const settle = (): void => {
    if (text !== '') runs.at(-1)?.children.push(deletedText(text));
    text = '';
  };
  for (const [index, token] of tokens.entries()) {
    if (index === 0 || runs.at(-1)?.properties !== token.properties) {
      settle();
      runs.push({ properties: token.properties, children: [] });
    }
    text += token.text;
    if (token.content.length === 0) continue;
    settle();
    runs.at(-1)?.children.push(...token.content.flatMap((node) => carried(node, changes) ?? []));
  }
  settle();
  return runs
    .filter(({ children }) => children.length > 0)
    .map(({ properties, children }) =>
      xmlElement('w:r', {}, properties ? [changes.adopt(properties), ...children] : children),
    );
}

function carried(node: XmlElement, changes: Changes): XmlElement | undefined {
  if (node.name === 'w:drawing') return changes.carryDrawing(node);
  return node.name.endsWith('noteReference') ? changes.carryNote(node) : node;
}

function deletedText(text: string): XmlElement {
  return xmlElement('w:delText', { 'xml:space': 'preserve' }, [], text);
}
