import { sentenceAround } from './passage.ts';
import type { ProseRule } from './rule.ts';
import { oneOf, plans } from './words.ts';

/** Statuses of figures that are not yet facts. */
const notDone: ReadonlySet<unknown> = new Set(['planned', 'forecast', 'recommended']);
const planned = new RegExp(oneOf(plans));

/** CLAIM_PLANNED: a planned figure in a sentence, up to 。 or ；, that does not say that it is planned. */
export const plannedTold: ProseRule = ({ text, calls }, { diagnostics, figureOf }) => {
  for (const call of calls) {
    if (!notDone.has(call.hash.status) || planned.test(sentenceAround(text, call.index))) continue;
    const figure = figureOf(call);
    if (figure) diagnostics.report('CLAIM_PLANNED', { name: figure.name, status: figure.status }, call.place);
  }
};
