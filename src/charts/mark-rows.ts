import type { View } from 'vega';
import type { ChartRow } from '../document/drawing.ts';

interface SceneMark {
  readonly role?: string;
  readonly marktype?: string;
  readonly items?: readonly SceneItem[];
}

interface SceneItem {
  readonly datum?: Readonly<Record<string, unknown>>;
  readonly items?: readonly SceneMark[];
  readonly text?: unknown;
  description?: string;
}

/** Begins a label that names a row; `cleanSvg` makes `data-row` of it. */
export const rowLabel = 'row:';

/**
 * Label each mark that stands for one row with the row's index. Lines and areas stand for many; axes for none; of
 * what is empty there is nothing to ask. The
 * rows are told apart by what a spec's transforms leave alone: figure, label and series.
 */
export function markRows(view: View, rows: readonly ChartRow[]): void {
  const visit = (mark: SceneMark): void => {
    for (const item of mark.items ?? []) {
      for (const child of item.items ?? []) visit(child);
      if (item.text === '' || mark.role !== 'mark' || !single.has(mark.marktype ?? '')) continue;
      const { datum } = item;
      const index = rows.findIndex(
        ({ figure, label, series }) =>
          datum?.figure === figure && datum.label === label && datum.series === series,
      );
      if (index >= 0) item.description = `${rowLabel}${String(index)}`;
    }
  };
  visit((view.scenegraph() as unknown as { root: SceneMark }).root);
}

const single: ReadonlySet<string> = new Set(['rect', 'symbol', 'text', 'arc', 'rule']);
