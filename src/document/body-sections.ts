import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';

/** Parts whose pages are numbered 1, 2 … and bear a running head. */
export const bodyParts: ReadonlySet<unknown> = new Set(['highlights', 'chapter', 'appendix']);

/** What stands at the head of a section's pages: what it states, else its title. */
export function runningHead(section: Element): string {
  const stated = section.properties.dataRunning;
  if (typeof stated === 'string') return stated;
  const title = section.children.find((child) => child.type === 'element' && child.tagName === 'h1');
  return title ? toString(title) : '';
}
