import { findFigure } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import { word, type ComposeContext } from './context.ts';
import { escapeHtml, printFigure } from './print.ts';

/**
 * A rank with its scope from the catalogue: 全国参评城市第3位; in full with the number of those ranked and the places
 * gained or lost, where they are known: 全国参评城市第3位（共140个，比上年上升4位）.
 */
export function printRank(context: ComposeContext, figure: Figure, full: boolean): string {
  const scope = context.facts.catalogue[figure.indicator]?.scope ?? '';
  const rank = escapeHtml(scope) + printFigure(context, figure);
  const details = full ? [printField(context, figure), printChange(context, figure)].filter(Boolean) : [];
  if (details.length === 0) return rank;
  return `${rank}${escapeHtml(word(context, 'rank.open'))}${details.join(escapeHtml(word(context, 'rank.separator')))}${escapeHtml(word(context, 'rank.close'))}`;
}

/** 共140个: those ranked, a figure of its own or stated with the rank; empty where the source does not say. */
export function printField(context: ComposeContext, figure: Figure): string {
  const field = fieldOf(context, figure);
  return field ? escapeHtml(word(context, 'rank.field')) + printFigure(context, field) : '';
}

/** 比上年上升4位, from the change the source states. */
export function printChange(context: ComposeContext, figure: Figure): string {
  const change = companion(context, figure, 'change');
  if (!change) return '';
  const fell = change.value.startsWith('-');
  const size = { ...change, value: change.value.replace('-', ''), unit: '位' };
  return escapeHtml(word(context, fell ? 'rank.down' : 'rank.up')) + printFigure(context, size);
}

function fieldOf(context: ComposeContext, figure: Figure): Figure | undefined {
  const stated = companion(context, figure, 'field');
  if (stated || typeof figure.of !== 'number') return stated;
  // How many were ranked is known, however firm the rank is.
  return {
    ...figure,
    key: `${figure.key}#of`,
    value: String(figure.of),
    unit: '个',
    kind: 'stock',
    status: 'final',
  };
}

function companion({ facts }: ComposeContext, figure: Figure, part: 'field' | 'change'): Figure | undefined {
  const id = facts.catalogue[figure.indicator]?.[part];
  return id === undefined ? undefined : findFigure(facts, id, figure.period, figure.region);
}
