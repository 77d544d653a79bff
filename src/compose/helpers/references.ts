import { word } from '../context.ts';
import { citation } from '../source-line.ts';
import { escapeHtml } from '../print.ts';
import { textArgument } from './inline.ts';
import type { StructureHelper } from './helper.ts';

/**
 * `{{ref "chart:patent-grants"}}`, `{{ref "table:grants"}}`, `{{ref "section:app-figures"}}`: 图2-1, 第二章, 附录一 as a link,
 * numbered once the report is whole; `page=true` for what is far away: 附录一（第40页） where there are pages; `optional=true`
 * for what a report may leave out: then the reference is, too.
 */
export const ref: StructureHelper = (context, call) => {
  const name = textArgument(context, call, 0);
  if (name === undefined) return '';
  const target = name
    .replace(/^chart:/, 'fig-')
    .replace(/^table:/, 'tab-')
    .replace(/^section:/, '');
  context.references.push({ target, place: call.place, optional: call.hash.optional === true });
  const page = '<span data-part="page"></span>';
  const onPage = call.hash.page === true ? escapeHtml(word(context, 'reference.page')) : '';
  const words = onPage === '' ? '' : `<span data-part="on-page">${onPage.replace('{page}', page)}</span>`;
  return `<a href="#${escapeHtml(target)}" data-ref="${escapeHtml(target)}">${words}</a>`;
};

/** `{{cite "source-id"}}`: [1] as a link to the list of sources. */
export const cite: StructureHelper = (context, call) => {
  const source = textArgument(context, call, 0);
  return source === undefined ? '' : citation(context, source);
};
