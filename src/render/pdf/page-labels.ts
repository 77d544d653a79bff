import type { Root } from 'hast';
import { bodyParts } from '../../document/body-sections.ts';
import type { Destinations } from './destinations.ts';

/** How the pages of a printed report are numbered. Indices count from 0. */
export interface PageLabels {
  /** First page of front matter (after the cover), numbered i. */
  readonly front: number;
  /** First page of the body, numbered 1. */
  readonly body: number;
}

/** Read off the first body section's destination; compose lists it in the contents, so there is one. */
export function pageLabels(tree: Root, destinations: Destinations): PageLabels {
  const sections = tree.children.filter((node) => node.type === 'element');
  const front = sections.some((section) => section.properties.dataPart === 'cover') ? 1 : 0;
  const first = sections.find((section) => bodyParts.has(section.properties.dataPart));
  const body = first && destinations.pageIndex.get(String(first.properties.id));
  return { front, body: body ?? (first ? front : destinations.pageCount) };
}

/** The number printed on a page: roman in the front matter, arabic in the body, none on the cover. */
export function pageLabel(index: number, { front, body }: PageLabels): string {
  if (index >= body) return String(index - body + 1);
  return index >= front ? roman(index - front + 1) : '';
}

const romanDigits = [
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

function roman(number: number): string {
  let left = number;
  let text = '';
  for (const [digit, value] of romanDigits) {
    for (; left >= value; left -= value) text += digit;
  }
  return text;
}
