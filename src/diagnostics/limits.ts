/**
 * How much of everything a report may have. The largest sample is a fortieth of each or less, mostly far less, so that nobody meets
 * one by working; what goes beyond is a mistake or an attack, and is told before it takes memory or time without end.
 */
export const limits = {
  /** Megabytes of all files read for one report; the largest sample reads 0.3. */
  inputs: 64,
  /** Values and keys of one YAML file, by what parts them; the largest has 1,756. A parser needs 10 s for a million. */
  nodes: 200_000,
  /** Levels of one YAML file; the deepest has 8. Schemas, Vega-Lite and JSON go down one call a level. */
  depth: 100,
  /** Characters of one text or name; the longest has 1,184. Texts are looked through by rules that go over each word many times. */
  text: 20_000,
  /** Figures of a report, its peers and its other years together; the largest has 203. */
  figures: 70_000,
  /** Rounds of loops and partials in the templates of one report; the largest has 940. */
  rounds: 200_000,
  /** Characters the templates print, those of a partial or a block counted wherever they are handed on; the largest report has 477,000. */
  output: 20_000_000,
  /** Elements the templates print; the largest report has 3,212. A parser makes some hundred bytes of each four characters. */
  elements: 400_000,
  /** Charts of one report; the largest has 9, and each takes as long as three pages. */
  charts: 1_000,
  /** Rows of one chart; the largest has 12. More bars than pixels show nothing. */
  rows: 3_000,
  /** Seconds Vega may take over one chart; the slowest of the samples takes 0.1, one of as many rows as there may be 1. */
  chartSeconds: 10,
  /** A number in a chart's description: steps and counts make so many marks. */
  chartNumber: 1_000_000,
  /** Printed pages; the largest report has 58, and 500 are tried by the bench. */
  pages: 5_000,
  /** Million pixels of a picture, which a browser unpacks to four bytes each; a cover at 300 dots an inch has 9. */
  pixels: 100,
} as const;

/** What there can be too much of. */
export type LimitName = keyof typeof limits;
