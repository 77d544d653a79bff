import { z } from 'zod';
import { statusSchema } from './figure-form.ts';
import { periodSchema } from './period.ts';
import { localized, plainText } from './text.ts';

const ledgerFigure = z.strictObject({
  id: plainText.describe('指标'),
  region: plainText.describe('data/regions.yaml 中的地区，或来源中的地区名'),
  period: periodSchema.describe('年份或年份区间'),
  as: z.enum(['target', 'base']).optional().describe('规划的目标值或基期值'),
  value: z.number(),
  to: z.number().optional().describe('来源写作区间时的上限，例如 2~3个 的 3'),
  unit: plainText,
  qualifier: plainText.optional(),
  line: z.int().positive().describe('来源文本的行号'),
  at: plainText.describe('在文中的位置，例如 加大创造运用 第1段'),
  repeats: z.array(z.int().positive()).optional().describe('同一个数又出现在哪些行'),
  status: statusSchema.optional().describe('final 之外的写明'),
  peer: plainText.optional().describe('与另一地区之比：那个地区'),
  excused: plainText.optional().describe('不写入报告的原因'),
});

/** `seeds/<source>.yaml`: what a source document is, and each figure in it with its place. */
export const ledgerSchema = z.strictObject({
  document: z.strictObject({
    title: localized,
    publisher: plainText.describe('发布者'),
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .describe('发布日期'),
    kind: plainText.describe('文件种类，例如 报纸摘要'),
    document_number: plainText.optional(),
    note: plainText.optional().describe('这份来源的性质和局限，印在来源表'),
    file: plainText.optional().describe('文本的文件名'),
    itemised: z
      .boolean()
      .default(true)
      .describe('false：来源没有逐数登记的台账，例如部门报送的报表；其中的数不与台账核对'),
  }),
  figures: z.array(ledgerFigure).default([]),
});

export type Ledger = z.infer<typeof ledgerSchema>;
export type LedgerFigure = z.infer<typeof ledgerFigure>;
