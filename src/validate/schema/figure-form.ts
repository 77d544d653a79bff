import { z } from 'zod';
import { periodSchema } from './period.ts';
import { plainText } from './text.ts';

export const statusSchema = z.enum([
  'final',
  'provisional',
  'estimated',
  'planned',
  'forecast',
  'recommended',
]);

export const sourceId = plainText.describe('seeds/ 中台账的文件名');

const stated = {
  value: z.number().describe('数值：普通十进制数'),
  to: z.number().optional().describe('来源写作区间时的上限，例如 9～22个月 的 22'),
  unit: plainText.optional().describe('与目录单位不同时写，须可换算'),
  qualifier: z
    .enum(['近', '约', '超', '超过', '突破', '逾', '不足', '余', '多', '以上', '以下', '左右'])
    .optional()
    .describe('来源中的限定词，原样保留'),
  status: statusSchema.optional().describe('final 之外的都会印明'),
  source: sourceId.optional(),
  note: plainText.optional().describe('印在附录数据表'),
  of: z
    .union([z.int().positive(), z.literal('unstated')])
    .optional()
    .describe('位次：参评的有多少个；来源没有载明写 unstated'),
  revised: z
    .strictObject({
      from: z.number().describe('原来公布的数'),
      reason: plainText.describe('为什么修订，印在数据修订说明'),
      source: sourceId.optional(),
    })
    .optional()
    .describe('与已公布的数不同：修订'),
  peer: plainText.optional().describe('与另一地区之比：那个地区，见 data/regions.yaml'),
};

/** Keys of the long form of a figure; any other key under it is a further indicator. */
export const figureAttributes = {
  ...stated,
  period: periodSchema.optional().describe('与报告年份不同时写：2021、2018-2020、2021-06-30、2021-ytd'),
  other_periods: z
    .array(z.strictObject({ ...stated, period: periodSchema }))
    .optional()
    .describe('同一指标其他时期的数'),
};

/** What a figure is written as besides a plain number. */
export type FigureForm = z.infer<z.ZodObject<typeof figureAttributes>>;
