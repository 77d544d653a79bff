import { convert } from '../derive/convert.ts';
import type { Figure } from '../derive/figure.ts';
import { word, type ComposeContext } from './context.ts';
import { formatYear } from './format.ts';
import { escapeHtml, printMagnitude } from './print.ts';

type Direction = 'up' | 'down' | 'level';

function directionOf(figure: Figure): Direction {
  if (/^-?0*(\.0*)?$/.test(figure.value)) return 'level';
  return figure.value.startsWith('-') ? 'down' : 'up';
}

/** A change that only rounds to nothing is not no change: 556365 on 556364 is 基本持平. */
function isExactlyLevel({ facts }: ComposeContext, { provenance }: Figure): boolean {
  const [now, then] = (provenance.inputs ?? []).map((key) => facts.figures.get(key));
  if (!now || !then) return true;
  return convert(now.value, now.unit, then.unit, facts.units)?.equals(then.value) ?? false;
}

/** 同比增长82.31% as stated, 比2021年增长10.61%（测算） as computed, 与2021年持平 where nothing moved. */
export function growthPhrase(context: ComposeContext, figure: Figure): string {
  return movement(context, figure, 'growth');
}

/** 比2021年增加53件（测算）; of a percentage 提高1.20个百分点, of another ratio 提高3.6件. */
export function changePhrase(context: ComposeContext, figure: Figure, of: Figure): string {
  return movement(context, figure, of.kind === 'ratio' ? 'level' : 'count');
}

function movement(context: ComposeContext, figure: Figure, words: 'growth' | 'level' | 'count'): string {
  const direction = directionOf(figure);
  const base = /@(\d{4})/.exec(figure.key)?.[1];
  const since = base === undefined ? word(context, 'growth.since_last_year') : '';
  if (direction === 'level') {
    const year = base === undefined ? word(context, 'growth.last_year') : formatYear(base);
    const key = isExactlyLevel(context, figure) ? 'growth.unchanged' : 'growth.nearly_unchanged';
    return escapeHtml(word(context, key, { year }));
  }
  const opening = base === undefined ? since : word(context, 'growth.since', { year: formatYear(base) });
  const verb = word(context, `${words}.${direction}`);
  return escapeHtml(opening + verb) + printMagnitude(context, figure);
}
