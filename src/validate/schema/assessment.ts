import { z } from 'zod';
import { periodSchema } from './period.ts';
import { plainText, prose } from './text.ts';

/** Names of the rules that can be waived. */
export const ruleNames = [
  'sum',
  'ratio',
  'growth',
  'base',
  'change',
  'cagr',
  'at-most',
  'equal',
  'stock',
  'rising',
  'within',
  'rank',
  'jump',
  'unchanged',
  'same-digits',
  'soft-base',
  'ledger',
  'sealed',
] as const;

const indicatorOfPeriod = z.strictObject({
  indicator: plainText,
  period: periodSchema.optional().describe('省略则为本报告的年份'),
});

/** A table of the region beside its peers. */
export const comparisonSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: plainText,
  peers: z.array(plainText).min(1).describe('data/regions.yaml 中本地区的 peers'),
  rows: z.array(indicatorOfPeriod).min(1),
  mixed_years: z.boolean().default(false).describe('true：各地区的年份可以不同，每个数都印出年份'),
  note: plainText.optional(),
});

/** One problem, with the figures that show it. */
export const problemSchema = z.strictObject({
  title: plainText.describe('（一）级标题'),
  text: prose,
  evidence: z
    .array(z.union([plainText, indicatorOfPeriod]))
    .optional()
    .describe('佐证数据：指标，或 { indicator, period }'),
  comparisons: z.array(plainText).optional().describe('放在正文后的对照表'),
  charts: z.array(plainText).optional().describe('放在正文后的图'),
});

/** One group of next steps; a paragraph that opens with 一是…。 is set as such. */
export const nextStepSchema = z.strictObject({
  title: plainText.describe('（一）级标题'),
  text: prose,
});

/** A failing check that stays, since the source says so. */
export const waiverSchema = z.strictObject({
  rule: z.enum(ruleNames).describe('哪一项核对，见提示和 check.json'),
  indicator: plainText,
  period: periodSchema.optional().describe('省略则为本文件的年份'),
  value: z.number().describe('保留的数；数改了，这一条就不再有效'),
  reason: plainText.describe('为什么不改，印在核对情况'),
  by: plainText.describe('责任单位'),
});

export type Waiver = z.infer<typeof waiverSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
export type Problem = z.infer<typeof problemSchema>;
