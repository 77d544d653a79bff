import { posix } from 'node:path';
import { findElement, findElements, type XmlElement } from '../xml.ts';
import type { Fault, OpenPackage } from './fault.ts';
import { relationshipTargets } from './package-rules.ts';
import { cellsOfRange, workbookCells } from './workbook.ts';

/**
 * What a chart shows (its cache) equals what Edit Data opens (the cells its ranges name in the embedded workbook):
 * otherwise the first edit in Word changes numbers nobody touched.
 */
export function chartsEqualWorkbooks(opened: OpenPackage): Fault[] {
  const charts = [...opened.xml].filter(([name]) => /^word\/charts\/chart\d+\.xml$/.test(name));
  return charts.flatMap(([part, chart]) => {
    const fault = (what: string): Fault => ({ rule: 'chart-cache-equals-workbook', part, what });
    const cells = embeddedCells(opened, part, chart);
    if (!cells) return [fault('no workbook')];
    const references = ['c:strRef', 'c:numRef', 'c15:datalabelsRange'].flatMap((name) =>
      findElements(chart, name),
    );
    return references.flatMap((reference) => differences(reference, cells).map(fault));
  });
}

/** Values a chart draws, series by series, as its cache has them; `null` for gaps. */
export function cachedValues(chart: XmlElement): (string | null)[][] {
  return findElements(chart, 'c:ser').map((series) => {
    const values = findElement(series, 'c:val');
    return values ? cache(values) : [];
  });
}

function embeddedCells(
  opened: OpenPackage,
  part: string,
  chart: XmlElement,
): Map<string, string> | undefined {
  const relationships = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  const id = findElement(chart, 'c:externalData')?.attributes['r:id'] ?? '';
  const workbook = opened.parts.get(relationshipTargets(opened, relationships).get(id) ?? '');
  return workbook === undefined || typeof workbook === 'string' ? undefined : workbookCells(workbook);
}

function differences(reference: XmlElement, cells: ReadonlyMap<string, string>): string[] {
  const range = (findElement(reference, 'c:f') ?? findElement(reference, 'c15:f'))?.text ?? '';
  const names = cellsOfRange(range);
  const cached = cache(reference);
  if (names.length !== cached.length)
    return [`${range} has ${names.length} cells, the cache ${cached.length}`];
  return names.flatMap((name, index) => {
    const cell = cells.get(name) ?? '';
    const shown = cached[index] ?? '';
    return cell === shown ? [] : [`${name} is ${cell}, shown is ${shown}`];
  });
}

function cache(reference: XmlElement): (string | null)[] {
  const count = Number(findElement(reference, 'c:ptCount')?.attributes.val ?? 0);
  const points = new Map(
    findElements(reference, 'c:pt').map((point) => [
      Number(point.attributes.idx),
      findElement(point, 'c:v')?.text ?? '',
    ]),
  );
  return Array.from({ length: count }, (_, index) => points.get(index) ?? null);
}
