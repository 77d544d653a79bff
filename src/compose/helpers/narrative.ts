import { recordSource, type ComposeContext } from '../context.ts';
import { nearest } from '../../validate/nearest.ts';
import { proseParagraphs, runProse } from '../prose.ts';
import { textArgument } from './inline.ts';
import type { StructureHelper } from './helper.ts';

/**
 * `{{narrative "creation.patents" part="lead" optional=true}}`: a slot of the report's prose as paragraphs.
 * Reports TEMPLATE_KEY with the slots there are, unless `optional`.
 */
export const narrative: StructureHelper = (context, call) => {
  const slot = textArgument(context, call, 0);
  if (slot === undefined) return '';
  const { content, yaml } = context.inputs.report;
  const [section = '', name = ''] = slot.split('.');
  context.slots.add(slot);
  const text = slotText(content.narrative, section, name);
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

type Narrative = Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;

/** The prose of a slot; only what the file itself has. */
export function slotText(narrative: Narrative, section: string, name: string): string | undefined {
  const slots = narrative && Object.hasOwn(narrative, section) ? narrative[section] : undefined;
  return slots && Object.hasOwn(slots, name) ? slots[name] : undefined;
}

/** Warn of prose no template asked for, such as under a mistyped name. Reports NARRATIVE_UNUSED. */
export function reportUnused({ inputs, slots, diagnostics }: ComposeContext): void {
  const { content, yaml } = inputs.report;
  for (const [section, names] of Object.entries(content.narrative ?? {})) {
    for (const name of Object.keys(names)) {
      const slot = `${section}.${name}`;
      if (slots.has(slot)) continue;
      const place = yaml.place(['narrative', section, name], 'key');
      diagnostics.report('NARRATIVE_UNUSED', { name: slot, candidates: nearest(slot, slots) }, place);
    }
  }
}

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

/** `{{paragraphs this}}` inside `{{#each (blocks "protection")}}`: the item's `text` as paragraphs. */
export const paragraphsOf: StructureHelper = (context, call) => {
  const { text, path } = call.args[0] as { text: string; path: readonly (string | number)[] };
  return proseParagraphs(context, { text, yaml: context.inputs.report.yaml, path: [...path, 'text'] });
};
