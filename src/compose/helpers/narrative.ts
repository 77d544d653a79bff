import { recordSource } from '../context.ts';
import { nearest } from '../../validate/nearest.ts';
import { proseParagraphs, runProse } from '../prose.ts';
import { textArgument } from './inline.ts';
import type { StructureHelper } from './index.ts';

/**
 * `{{narrative "creation.patents" part="lead" optional=true}}`: a slot of the report's prose as paragraphs.
 * Reports TEMPLATE_KEY with the slots there are, unless `optional`.
 */
export const narrative: StructureHelper = (context, call) => {
  const slot = textArgument(context, call, 0);
  if (slot === undefined) return '';
  const { content, yaml } = context.inputs.report;
  const [section = '', name = ''] = slot.split('.');
  const text = content.narrative?.[section]?.[name];
  if (text === undefined) {
    if (call.hash.optional === true) return '';
    const slots = Object.entries(content.narrative ?? {}).flatMap(([part, names]) =>
      Object.keys(names).map((key) => `${part}.${key}`),
    );
    const name = `narrative.${slot}`;
    context.diagnostics.report('TEMPLATE_KEY', { name, candidates: nearest(slot, slots) }, call.place);
    return '';
  }
  const part = call.hash.part;
  const prose = { text, yaml, path: ['narrative', section, name] };
  return proseParagraphs(context, prose, typeof part === 'string' ? part : undefined);
};

/** `{{text this}}` inside `{{#each (list "honours")}}`: the item's `text`, which may print figures. */
export const textOf: StructureHelper = (context, call) => {
  const item = call.args[0] as
    { text?: string; source?: string; path?: readonly (string | number)[] } | undefined;
  const source = item?.source ?? context.inputs.report.content.default_source;
  if (source !== undefined) recordSource(context, source);
  if (item?.text === undefined || item.path === undefined) return '';
  return runProse(context, {
    text: item.text,
    yaml: context.inputs.report.yaml,
    path: [...item.path, 'text'],
  }).trim();
};
