import { convert } from '../../derive/convert.ts';
import type { Figure } from '../../derive/figure.ts';
import { isChange, verbOf } from './changes.ts';
import { callMark, sentenceBefore } from './passage.ts';
import type { LintTools, ProseRule } from './rule.ts';
import { falls, oneOf, rises } from './words.ts';

/** 由{{…}}提高到{{…}}, up to the second figure; 增至 and the like have their 到 in them. */
const fromTo = new RegExp(
  `[由从自]${callMark}[^，。；${callMark}]{0,8}?(${oneOf([...rises, ...falls])}|[增升降减]|缩)(?:到|至|为)了?$`,
);

/**
 * CLAIM_DIRECTION: 增长 before a fall, 下降 before a rise; before a fall written with its sign, too, since 下降−5% says
 * it twice; and 由…提高到… where the second figure is the lower one.
 */
export const direction: ProseRule = ({ text, calls }, tools) => {
  for (const [position, call] of calls.entries()) {
    const before = sentenceBefore(text, call.index);
    const figure = call.words === '' || !before ? undefined : tools.figureOf(call);
    if (!figure || (call.name === 'growth' && call.hash.form !== 'value') || call.name === 'change') continue;
    const verb = verbOf(before);
    const { name, value } = figure;
    if (verb && (isChange(figure) ? !agrees(verb.direction, value) : value.startsWith('-')))
      tools.diagnostics.report('CLAIM_DIRECTION', { words: verb.words, name, value }, call.place);
    const words = fromTo.exec(before)?.[1];
    const first = calls.slice(0, position).findLast(({ words: printed }) => printed === callMark);
    const start = words === undefined || !first ? undefined : tools.figureOf(first);
    const moved = start && movement(start, figure, tools);
    if (words === undefined || !moved || moved === (isRise(words) ? 'up' : 'down')) continue;
    tools.diagnostics.report('CLAIM_DIRECTION', { words, name, value }, call.place);
  }
};

/** A fall carries its sign, so only a rise is told rightly by a verb before the figure. */
function agrees(told: 'up' | 'down', value: string): boolean {
  const isZero = /^-?0*(?:\.0*)?$/.test(value);
  return told === 'up' && !isZero && !value.startsWith('-');
}

function isRise(words: string): boolean {
  return rises.includes(words) || words === '增' || words === '升';
}

/** Which way the second figure lies; undefined where that cannot be told. Of ranks the smaller is the higher. */
function movement(from: Figure, to: Figure, { facts }: LintTools): 'up' | 'down' | 'level' | undefined {
  if ([from, to].some(({ qualifier, to: end }) => qualifier !== undefined || end !== undefined))
    return undefined;
  const then = convert(from.value, from.unit, from.unit, facts.units);
  const now = convert(to.value, to.unit, from.unit, facts.units);
  if (!then || !now) return undefined;
  if (now.equals(then)) return 'level';
  return now.greaterThan(then) === (to.kind !== 'rank') ? 'up' : 'down';
}
