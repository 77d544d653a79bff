import type { Figure } from '../../derive/figure.ts';
import { callMark } from './passage.ts';
import { falls, oneOf, rises } from './words.ts';

/** Last part of the ids of indicators that say how another one changed: `….yoy`, `….rank_change`. */
const changeId = /(?:^|_)(?:yoy|mom|growth|change|cagr)$/;

/** Whether a figure says how another one changed, so that its sign is the direction. */
export function isChange({ indicator, key }: Figure): boolean {
  return /#(?:growth|change)@/.test(key) || changeId.test(lastPart(indicator));
}

/** Id of the indicator whose change a figure is. */
export function changed({ indicator, key }: Figure): string {
  return key.includes('#') ? indicator : indicator.slice(0, -lastPart(indicator).length - 1);
}

function lastPart(id: string): string {
  return id.split('.').at(-1) ?? '';
}

/** The verb straight before a figure, or before the list the figure is in: 分别增长{{…}}和{{…}}. Not 增长到, 提高为. */
const verbBefore = new RegExp(
  `(?<![负不未无零])(${oneOf([...rises, ...falls])})(?:了|幅度)?(?:近|约|超过?|逾)?(?:${callMark}[、和及与])*$`,
);

export interface Verb {
  readonly words: string;
  readonly direction: 'up' | 'down';
}

export function verbOf(before: string): Verb | undefined {
  const words = verbBefore.exec(before)?.[1];
  if (words === undefined) return undefined;
  return { words, direction: rises.includes(words) ? 'up' : 'down' };
}
