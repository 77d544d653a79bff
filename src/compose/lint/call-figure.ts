import type { Figure } from '../../derive/figure.ts';
import type { Expression } from '../../validate/schema/chart.ts';
import type { ComposeContext } from '../context.ts';
import { evaluate, evaluateChange, figureOf } from '../evaluate.ts';
import type { PassageCall } from './passage.ts';

type Evaluator = (context: ComposeContext, call: PassageCall) => Figure | undefined;

/** The figure a call of a helper prints, by the helper's name. */
const evaluators: Readonly<Record<string, Evaluator>> = {
  figure: (context, { args: [id], hash: { base, target, period, region }, place }) => {
    const expression = {
      figure: id,
      base: base === true,
      target: target === true,
      ...given({ period, region }),
    };
    return evaluate(context, expression as Expression, place);
  },
  growth: (context, { args: [id], hash: { period }, place }) =>
    evaluate(context, { growth: id, ...given({ period }) } as Expression, place),
  change: (context, { args: [id], hash: { period }, place }) =>
    evaluateChange(context, String(id), given({ period }).period, place),
  share: (context, { args, hash: { period, region }, place }) =>
    evaluate(context, { share: args, ...given({ period, region }) } as Expression, place),
  progress: (context, { args: [id], place }) => evaluate(context, { progress: id } as Expression, place),
  attainment: (context, { args: [id], place }) => evaluate(context, { attainment: id } as Expression, place),
  rank: (context, { args: [id], hash: { period, region }, place }) =>
    figureOf(context, String(id), place, given({ period, region })),
};

/** The figure a call prints; undefined where it prints none. */
export function figureOfCall(context: ComposeContext, call: PassageCall): Figure | undefined {
  const evaluator = Object.hasOwn(evaluators, call.name) ? evaluators[call.name] : undefined;
  if (typeof call.args[0] !== 'string') return undefined;
  return evaluator?.(context, call);
}

/** The options that a call names, as texts. */
function given(options: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
}
