import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import { alone } from './alone.ts';
import { apart } from './apart.ts';
import { broken } from './broken.ts';
import { contentsLines } from './contents-lines.ts';
import { emptyPages } from './empty-pages.ts';
import type { Finding, Layout } from './layout.ts';
import { outside } from './outside.ts';
import { overfullCells } from './overfull-cells.ts';
import { overlaps } from './overlaps.ts';
import { shrunk } from './shrunk.ts';
import { widows } from './widows.ts';

export type LayoutCode = Extract<DiagnosticCode, `LAYOUT_${string}`>;

/** What pages of a published document do not show; a rule without a wording does not compile, nor one without a rule. */
export const layoutRules: Readonly<Record<LayoutCode, (layout: Layout) => readonly Finding[]>> = {
  LAYOUT_SHRUNK: shrunk,
  LAYOUT_OUTSIDE: outside,
  LAYOUT_OVERLAP: overlaps,
  LAYOUT_CELL: overfullCells,
  LAYOUT_BROKEN: broken,
  LAYOUT_ALONE: alone,
  LAYOUT_APART: apart,
  LAYOUT_WIDOW: widows,
  LAYOUT_EMPTY: emptyPages,
  LAYOUT_CONTENTS: contentsLines,
};

/** Look at the finished pages as a proofreader would. Reports LAYOUT_…. */
export function lintLayout(layout: Layout, diagnostics: Reporter): void {
  for (const [code, rule] of Object.entries(layoutRules) as [LayoutCode, (typeof layoutRules)[LayoutCode]][])
    for (const finding of rule(layout)) diagnostics.report(code, finding);
}
