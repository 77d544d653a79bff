import { citation } from '../source-line.ts';
import { escapeHtml } from '../print.ts';
import { textArgument } from './inline.ts';
import type { StructureHelper } from './helper.ts';

/** `{{ref "chart:patent-grants"}}`, `{{ref "table:grants"}}`: 图 2-1 as a link, numbered once the report is whole. */
export const ref: StructureHelper = (context, call) => {
  const name = textArgument(context, call, 0);
  if (name === undefined) return '';
  const target = name.replace(/^chart:/, 'fig-').replace(/^table:/, 'tab-');
  context.references.push({ target, place: call.place });
  return `<a href="#${escapeHtml(target)}" data-ref="${escapeHtml(target)}"></a>`;
};

/** `{{cite "source-id"}}`: [1] as a link to the list of sources. */
export const cite: StructureHelper = (context, call) => {
  const source = textArgument(context, call, 0);
  return source === undefined ? '' : citation(context, source);
};
