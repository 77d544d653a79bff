import { z } from 'zod';
import { plainText } from './text.ts';

const id = plainText.describe('指标');
const ids = z.array(id).min(2);
const pattern = plainText.describe('指标，或以 * 代替一段或几段的样式，例如 *.share');
const why = plainText.optional().describe('依据，写给核对的人');

const rule = z.union([
  z.strictObject({ sum: id, of: ids, why }).describe('等于各项之和'),
  z.strictObject({ ratio: id, of: z.tuple([id, id]), why }).describe('等于 [分子, 分母] 之比'),
  z.strictObject({ cagr: id, of: id, why }).describe('年均增长：首尾两年的数，按间隔的年数'),
  z.strictObject({ order: ids, why }).describe('依次不减：前一个不大于后一个'),
  z.strictObject({ equal: ids, why }).describe('各处相等'),
  z
    .strictObject({ stock: id, plus: z.array(id).min(1), minus: z.array(id).default([]), why })
    .describe('期末存量＝上年末存量＋增加－减少'),
  z.strictObject({ rising: z.array(pattern).min(1), why }).describe('逐年不减的累计数'),
  z
    .strictObject({
      within: z.tuple([z.number().nullable(), z.number().nullable()]),
      of: z.array(pattern).min(1),
      why,
    })
    .describe('在 [下限, 上限] 之内，null 为不限'),
]);

/** `data/rules.yaml`: what must hold between figures besides what the catalogue defines (`sum_of`, `ratio_of`, `at_most`). */
export const rulesSchema = z.strictObject({ rules: z.array(rule) });

export type RuleData = z.infer<typeof rule>;
