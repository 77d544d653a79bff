import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../document/visit.ts';
import type { ComposeContext } from './context.ts';
import { markupPlace } from './markup-place.ts';
import { textProperty } from './parse-tree.ts';

/**
 * Check that every link leads somewhere and that each source the report lists is cited. Reports LINK_DEAD and SOURCE_UNCITED;
 * references to charts and tables that are not there have been reported where they are written.
 */
export function checkLinks(tree: Root, { inputs, diagnostics }: ComposeContext): void {
  const ids = new Set<string>();
  const dead = new Map<string, string>();
  const targets = new Set<string>();
  visit(tree, 'element', (node) => {
    const id = textProperty(node, 'id');
    if (id !== undefined) ids.add(id);
    const target = textProperty(node, 'href')?.slice(1);
    if (target === undefined || node.properties.dataRef !== undefined) return;
    targets.add(target);
    if (!dead.has(target)) dead.set(target, toString(node));
  });
  const main = `reports/${inputs.head.kind}`;
  for (const [id, text] of dead) {
    if (ids.has(id)) continue;
    const place = markupPlace(inputs.templates, main, [`#${id}`, id]);
    diagnostics.report('LINK_DEAD', { id, text }, place);
  }
  const { content, yaml } = inputs.report;
  // A report that cites nothing at all has no figures yet.
  if (![...targets].some((target) => target.startsWith('src-'))) return;
  for (const [index, source] of content.sources.entries())
    if (!targets.has(`src-${source}`))
      diagnostics.report('SOURCE_UNCITED', { source }, yaml.place(['sources', index]));
}
