import type { XmlElement } from '../xml.ts';
import type { Fault, OpenPackage } from './fault.ts';
import { walkElements } from './walk-elements.ts';

/**
 * Complex fields begin, separate once and end in this order, one inside the other, and end in the cell, the note and the story
 * they begin in (ECMA-376 Part 1, 17.16.18); codes stand before the separator. Word shows anything else as text.
 */
export function fieldsBalanced({ stories }: OpenPackage): Fault[] {
  return stories.flatMap(([part, root]) =>
    faultsIn(root).map((what) => ({ rule: 'field-balanced' as const, part, what })),
  );
}

const borders = new Set([
  'w:tc',
  'w:footnote',
  'w:endnote',
  'w:comment',
  'w:txbxContent',
  'w:body',
  'w:hdr',
  'w:ftr',
]);

function faultsIn(root: XmlElement): string[] {
  const faults: string[] = [];
  const open: ('code' | 'result')[] = [];
  walkElements(root, (element) => {
    const type = element.name === 'w:fldChar' ? element.attributes['w:fldCharType'] : undefined;
    if (type === 'begin') open.push('code');
    else if (type === 'separate') {
      if (open.at(-1) === 'code') open[open.length - 1] = 'result';
      else faults.push('separate without begin');
    } else if (type === 'end' && open.pop() === undefined) faults.push('end without begin');
    else if (/^w:(?:del)?[iI]nstrText$/.test(element.name) && open.at(-1) !== 'code')
      faults.push(`code outside a field: ${element.text.trim()}`);
    if (!borders.has(element.name)) return undefined;
    const depth = open.length;
    return () => {
      if (open.length !== depth) faults.push(`a field crosses the border of ${element.name}`);
      open.length = Math.min(depth, open.length);
    };
  });
  return faults;
}
