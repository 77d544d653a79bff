import type { FigureSpan, Paragraph, Stretch } from './paragraph.ts';

/** What belongs to a number and may have been typed just before its control; with a point it would number a list. */
const leading = /^(?:约|近|超过?|逾|不足|不到|至少|第|[-−－]|[\d０-９])+$/;
/** The same behind it, its unit apart. */
const trailing = /^(?:[\d０-９.．,，%％‰\s十百千万亿余多]|以上|以下|左右|上下)*$/;

/**
 * The stretch of the edited paragraph a control stands for: with what was typed right against it and belongs to its
 * number, since Word shows hardly where a control ends. `one` is the figure before, `other` its control now.
 */
export function withTypedAround(
  before: Paragraph,
  after: Paragraph,
  one: FigureSpan,
  other: FigureSpan,
): Stretch {
  const own = before.text.slice(one.start, one.end);
  const here = around(before, one);
  const there = around(after, other);
  const ahead = there.ahead.startsWith(here.ahead) ? there.ahead.slice(here.ahead.length) : '';
  const behind = there.behind.endsWith(here.behind)
    ? there.behind.slice(0, there.behind.length - here.behind.length)
    : '';
  // A unit the control has lost may stand behind it, whole or in part.
  const unit = /\D*$/.exec(own)?.[0] ?? '';
  const tails = ['', ...Array.from(unit, (_, at) => unit.slice(at))];
  const belongs = tails.some(
    (tail) => behind.endsWith(tail) && trailing.test(behind.slice(0, behind.length - tail.length)),
  );
  return {
    start: other.start - (leading.test(ahead) ? ahead.length : 0),
    end: other.end + (behind.trim() !== '' && belongs ? behind.length : 0),
  };
}

/** The text between a figure and the figures next to it, or the ends of the paragraph. */
function around({ text, figures }: Paragraph, { start, end }: Stretch): { ahead: string; behind: string } {
  const from = Math.max(0, ...figures.filter((other) => other.end <= start).map((other) => other.end));
  const next = figures.filter((other) => other.start >= end && other.end > end);
  return {
    ahead: text.slice(from, start),
    behind: text.slice(end, Math.min(text.length, ...next.map((other) => other.start))),
  };
}
