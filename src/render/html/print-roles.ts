import type { Root } from 'hast';
import { visit } from '../../document/visit.ts';

/**
 * Roles that make Chromium tag a PDF well. A `figure` would become a Figure without alternative text around the one
 * that has it, and around tables: as a group it is a Div. `strong` and `em` would become types of PDF 2.0 in a
 * file of version 1.4, which validators refuse.
 */
export function setPrintRoles(tree: Root): void {
  visit(tree, 'element', (element) => {
    if (element.tagName === 'figure') element.properties.role = 'group';
    if (element.tagName === 'strong' || element.tagName === 'em') element.properties.role = 'none';
  });
}
