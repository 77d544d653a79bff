import type { IXmlableObject } from 'docx';
import type { Block, SectionBlock } from './blocks.ts';
import {
  childOf,
  numberOf,
  opened,
  readFormatted,
  valueOf,
  type FormattedElement,
} from './formatted-element.ts';
import { readBlock, type ReadingTools } from './read-block.ts';

/** Read the body of a document as the library formats it. */
export function readSections(formatted: IXmlableObject, tools: ReadingTools): SectionBlock[] {
  const body = readFormatted(formatted);
  const sections: SectionBlock[] = [];
  let blocks: Block[] = [];
  for (const element of opened(body)) {
    if (element.name === 'w:sectPr') {
      sections.push(readSection(element, blocks));
      continue;
    }
    const block = readBlock(element, tools);
    if (block) blocks.push(block);
    const end = childOf(childOf(element, 'w:pPr'), 'w:sectPr');
    if (!end) continue;
    sections.push(readSection(end, blocks));
    blocks = [];
  }
  return sections;
}

function readSection(properties: FormattedElement, blocks: readonly Block[]): SectionBlock {
  const size = childOf(properties, 'w:pgSz');
  const margin = childOf(properties, 'w:pgMar');
  const cols = childOf(properties, 'w:cols');
  const grid = childOf(properties, 'w:docGrid');
  const number = childOf(properties, 'w:pgNumType');
  const of = (element: FormattedElement | undefined, name: string): number => numberOf(element, name) ?? 0;
  const width = of(size, 'w:w') - of(margin, 'w:left') - of(margin, 'w:right');
  const count = numberOf(cols, 'w:num') ?? 1;
  const column = (width - (count - 1) * of(cols, 'w:space')) / count;
  return {
    blocks,
    isContinuous: valueOf(properties, 'w:type') === 'continuous',
    top: of(margin, 'w:top'),
    bottom: of(size, 'w:h') - of(margin, 'w:bottom'),
    columns: Array.from({ length: count }, () => column),
    pitch: grid?.attributes['w:type'] === 'lines' ? numberOf(grid, 'w:linePitch') : undefined,
    isRoman: number?.attributes['w:fmt'] === 'lowerRoman',
    start: numberOf(number, 'w:start'),
  };
}
