import type { ElementContent } from 'hast';
import { TextRun, type ParagraphChild } from 'docx';
import type { Block, Context, RunContext, Walkers } from './context.ts';
import { isBlockName, isInlineName, UnhandledElement } from './element.ts';
import { blockHandlers } from './handlers/block-handlers.ts';
import { inlineHandlers } from './handlers/inline-handlers.ts';
import { styledParagraph } from './paragraph.ts';

/** The walk over the tree: hands every element to its handler in the registry. Throws `UnhandledElement`. */
export const walkers: Walkers = {
  flow(nodes, context) {
    const blocks: Block[] = [];
    let line: ElementContent[] = [];
    const endLine = (): void => {
      if (line.some((node) => node.type !== 'text' || node.value.trim() !== '')) {
        blocks.push(styledParagraph(context, context.paragraphStyle, walkers.line(line, context)));
      }
      line = [];
    };
    for (const node of nodes) {
      if (node.type === 'text' || (node.type === 'element' && isInlineName(node.tagName))) {
        line.push(node);
      } else if (node.type === 'element') {
        endLine();
        blocks.push(...blocksOf(node, context));
      }
    }
    endLine();
    return blocks;
  },

  line(nodes, context) {
    const inside = { ...context, run: {} };
    const last = nodes.length - 1;
    return nodes.flatMap((node, index) => {
      if (node.type !== 'text') return runsOf(node, inside);
      const opened = index === 0 ? node.value.trimStart() : node.value;
      return textRuns(index === last ? opened.trimEnd() : opened, inside);
    });
  },

  runs: (element, context) => element.children.flatMap((child) => runsOf(child, context)),
};

function blocksOf(element: Extract<ElementContent, { type: 'element' }>, context: Context): Block[] {
  if (!isBlockName(element.tagName)) throw new UnhandledElement(element);
  context.bookmarks.hold(element.properties.id);
  return blockHandlers[element.tagName](element, context);
}

function runsOf(node: ElementContent, context: RunContext): ParagraphChild[] {
  if (node.type === 'text') return textRuns(node.value, context);
  if (node.type !== 'element') return [];
  if (!isInlineName(node.tagName)) throw new UnhandledElement(node);
  return inlineHandlers[node.tagName](node, context);
}

function textRuns(value: string, { run }: RunContext): ParagraphChild[] {
  const text = value.replace(/[ \t\r\n]+/g, ' ');
  return text === '' ? [] : [new TextRun({ ...run, text })];
}
