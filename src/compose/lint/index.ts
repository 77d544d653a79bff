import type { ComposeContext } from '../context.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { Diagnostics } from '../../diagnostics/diagnostic.ts';
import type { Figure } from '../../derive/figure.ts';
import { figureOfCall } from './call-figure.ts';
import { direction } from './direction.ts';
import { kindTold } from './kind.ts';
import { literalNumber } from './literal-number.ts';
import { literalStatistic } from './literal-statistic.ts';
import { readPassage, type PassageCall } from './passage.ts';
import { percentPoint } from './percent-point.ts';
import { plannedTold } from './planned.ts';
import type { ProseRule, TextRule } from './rule.ts';
import { readTemplateText } from './template-text.ts';
import { timesDecrease } from './times-decrease.ts';
import { typedUnit } from './typed-unit.ts';
import { unbound, unboundText } from './unbound.ts';

/** The rules for texts of data and of charts. */
export const proseRules: Readonly<Record<string, ProseRule>> = {
  literalNumber,
  literalStatistic,
  direction,
  percentPoint,
  timesDecrease,
  unbound,
  kindTold,
  plannedTold,
  typedUnit,
};

/** The rules for what templates print between their tags. */
export const templateRules: Readonly<Record<string, TextRule>> = { literalNumber, unboundText };

/** Read a parsed text of the data for numbers and claims that nothing stands behind; `at` tells the place of an offset. */
export function lintProse(
  context: ComposeContext,
  { body }: hbs.AST.Program,
  source: string,
  at: (offset: number) => Place,
): void {
  const passage = readPassage(body, source, at);
  if (passage.text === '') return;
  const quiet = { ...context, diagnostics: new Diagnostics('zh', { trial: true }) };
  const figures = new Map<PassageCall, Figure | undefined>();
  const figureOf = (call: PassageCall): Figure | undefined => {
    if (!figures.has(call)) figures.set(call, figureOfCall(quiet, call));
    return figures.get(call);
  };
  const { diagnostics, facts } = context;
  for (const rule of Object.values(proseRules)) rule(passage, { diagnostics, facts, figureOf });
}

/** The same for a parsed template, as far as it can be read without data. */
export function lintTemplate(
  program: hbs.AST.Program,
  source: string,
  file: string,
  diagnostics: Diagnostics,
): void {
  const passage = readTemplateText(program, source, file);
  for (const rule of Object.values(templateRules)) rule(passage, { diagnostics });
}
