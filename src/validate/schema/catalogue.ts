import { z } from 'zod';
import { localized, plainText } from './text.ts';

export const sectionIds = [
  'planning',
  'creation',
  'utilization',
  'protection',
  'services',
  'publicity',
] as const;
export type SectionId = (typeof sectionIds)[number];

const indicatorId = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(\.[a-z0-9][a-z0-9_]*)+$/)
  .describe('节.权利.阶段.分类[.变换]，例如 creation.patent.granted.invention');

const department = plainText
  .optional()
  .describe(
    '送数单位：data/departments.yaml 中的编号、名称或写法；写在文件开头的，是没有另写的各指标的送数单位',
  );

/** One indicator. Names are the field's terms (WIPO, CNIPA); the numbers it takes are in the region's data files. */
export const indicatorSchema = z.strictObject({
  name: localized,
  unit: plainText.describe('data/units.yaml 中的单位'),
  kind: z
    .enum(['flow', 'stock', 'ratio', 'cumulative', 'average', 'rank'])
    .describe('flow 当年数；stock 年末存量；ratio 比率；cumulative 累计；average 年均；rank 位次'),
  decimals: z.int().min(0).max(6).default(0).describe('计算出的数保留几位小数；所载数按原样印出'),
  definition: plainText.optional().describe('指标解释，印在附录'),
  denominator: plainText.optional().describe('比率的分母及其口径'),
  aliases: z.array(plainText).optional().describe('来源中的其他叫法'),
  department,
  not_comparable: z
    .array(indicatorId)
    .optional()
    .describe('名称相近但不是一回事的指标：不与它们比较、计算或画在一张图里'),
  scope: plainText.optional().describe('位次的范围，例如 全省；kind 为 rank 时必须写'),
  field: indicatorId.optional().describe('位次：参评的有多少个，是哪个指标'),
  change: indicatorId.optional().describe('位次：比上一次上升几位，是哪个指标'),
  neutral: z.boolean().optional().describe('true：多少都不表示好坏，例如办案数量'),
  sum_of: z
    .array(indicatorId)
    .min(2)
    .optional()
    .describe('等于这些指标之和；没有所载数时据此计算，有则据此核对'),
  ratio_of: z
    .tuple([indicatorId, indicatorId])
    .optional()
    .describe('[分子, 分母]：单位为 % 时乘以 100；没有所载数时据此计算，有则据此核对'),
  at_most: indicatorId.optional().describe('不会大于这个指标（其中项）'),
});

/** `data/indicators/<section>.yaml`. */
export const catalogueSchema = z.strictObject({
  department,
  indicators: z.record(indicatorId, indicatorSchema),
});

export type Indicator = z.infer<typeof indicatorSchema>;
export type Catalogue = Readonly<Record<string, Indicator>>;
