import type { Drawing } from '../../../document/drawing.ts';
import { relationshipsOf } from '../package/relationships.ts';
import type { Parts } from '../package/zip.ts';
import { findElement, parseXml } from '../xml.ts';
import { chartPart } from './chart-part.ts';
import type { ChartText } from './chart-text.ts';
import { chartWorkbook } from './chart-workbook.ts';

const story = 'word/document.xml';

/**
 * Write the charts of a packed document: the library has made a part and a workbook for each, known by the drawing's
 * name; theirs is the package around it, ours what is in them, since it has no option for the place of the plot, East
 * Asian fonts, labels from cells, hollow points and the line of an axis.
 */
export function writeCharts(
  parts: Parts,
  drawings: Readonly<Record<string, Drawing>>,
  text: ChartText,
): void {
  const source = parts.get(story);
  if (typeof source !== 'string' || !source.includes('<c:chart ')) return;
  const targets = targetsOf(parts, story);
  for (const [drawing] of source.matchAll(/<w:drawing>[\s\S]*?<\/w:drawing>/g)) {
    const element = parseXml(drawing);
    const id = findElement(element, 'c:chart')?.attributes['r:id'];
    const native = drawings[findElement(element, 'wp:docPr')?.attributes.name ?? '']?.native;
    const part = id === undefined ? undefined : targets.get(id);
    const made = part === undefined ? undefined : parts.get(part);
    if (!native || part === undefined || typeof made !== 'string') continue;
    const [externalData = ''] = /<c:externalData[\s\S]*?<\/c:externalData>/.exec(made) ?? [];
    parts.set(part, chartPart(native, text, externalData));
    for (const target of targetsOf(parts, part).values()) {
      const workbook = parts.get(target);
      if (workbook !== undefined && typeof workbook !== 'string')
        parts.set(target, chartWorkbook(workbook, native));
    }
  }
}

/** Parts a part leads to, by the ids of its relationships. */
function targetsOf(parts: Parts, owner: string): ReadonlyMap<string, string> {
  return new Map(
    relationshipsOf(parts, owner).flatMap(({ id, target }) => (target === undefined ? [] : [[id, target]])),
  );
}
