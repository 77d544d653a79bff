import { formatFor } from '../../../charts/number-format.ts';
import type { NativeLabel, NativeSeries } from '../../../document/drawing.ts';

/**
 * How a label comes to its text: from the value by a number format, with the series' name before it or without, or
 * from a cell beside the numbers, where the text says more than the value (a share, `长度不按比例`). Either way it
 * follows the workbook: nothing in a label is typed into the chart, where it would stay behind after Edit Data.
 */
export type ShownLabel = NativeLabel &
  ({ readonly by: 'value'; readonly format: string; readonly isNamed: boolean } | { readonly by: 'cell' });

/** The labels of a series, one a category. */
export function shownLabels({ name, values, labels }: NativeSeries): (ShownLabel | null)[] {
  return labels.map((label, index) => {
    const value = values[index] ?? null;
    if (!label || value === null) return null;
    const plain = formatFor(value, label.text);
    if (plain !== undefined) return { ...label, by: 'value', format: plain, isNamed: false };
    const named = label.text.startsWith(`${name} `)
      ? formatFor(value, label.text.slice(name.length + 1))
      : undefined;
    if (named !== undefined) return { ...label, by: 'value', format: named, isNamed: true };
    return { ...label, by: 'cell' };
  });
}

/** Texts a series' labels take from cells, one a category; undefined where it has none. */
export function cellLabels(series: NativeSeries): string[] | undefined {
  const texts = shownLabels(series).map((label) => (label?.by === 'cell' ? label.text : ''));
  return texts.some((text) => text !== '') ? texts : undefined;
}
