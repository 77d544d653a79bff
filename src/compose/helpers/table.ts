import { claimId, collect, word } from '../context.ts';
import { escapeHtml } from '../print.ts';
import { sourceLine } from '../source-line.ts';
import type { StructureHelper } from './helper.ts';

/**
 * `{{#table id="grants" title="…" unit="件" columns="3 1 1" note="…"}}<thead>…</thead><tbody>…</tbody>{{/table}}`: a
 * numbered table with caption, unit and the sources of the figures in it. A body without rows prints nothing. With
 * `wide=true` it is printed across, on pages of its own.
 */
export const table: StructureHelper = (context, call) => {
  const { id, title, unit, columns, note, wide } = call.hash;
  if (typeof id !== 'string' || typeof title !== 'string') {
    context.diagnostics.report('TEMPLATE_ARGUMENT', { helper: 'table id= title=', position: 1 }, call.place);
    return '';
  }
  claimId(context, `tab-${id}`, call.place);
  const [body, collector] = collect(context, () => call.options.fn?.(call.self) ?? '');
  const sources = sourceLine(context, collector);
  if (!/<td[\s>]/.test(body)) return '';
  const unitLine =
    typeof unit === 'string'
      ? `<p data-part="unit">${escapeHtml(word(context, 'caption.unit_alone', { unit }))}</p>`
      : '';
  const widths = typeof columns === 'string' ? ` data-columns="${escapeHtml(columns)}"` : '';
  return [
    `<figure data-part="table" id="tab-${escapeHtml(id)}"${wide === true ? ' data-orientation="landscape"' : ''}>`,
    `<figcaption><p data-part="caption"><span data-part="number"></span>${escapeHtml(title)}</p>${unitLine}</figcaption>`,
    `<table${widths}>${body}</table>`,
    typeof note === 'string' && note !== '' ? `<p data-part="note">${escapeHtml(note)}</p>` : '',
    sources,
    '</figure>',
  ].join('');
};
