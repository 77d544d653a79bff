import { z } from 'zod';
import { plainText } from './text.ts';

/**
 * `data/units.yaml`. A unit is `scale` times the base unit of its dimension; only units of one dimension convert.
 * A counting unit (件, 家) is a dimension of its own: cases are not firms.
 */
export const unitsSchema = z.strictObject({
  units: z.record(
    plainText,
    z.strictObject({
      dimension: plainText.describe('量纲：同一量纲的单位可以换算'),
      scale: z.int().positive().default(1).describe('等于多少个基本单位，例如 万元 为 10000'),
      measured: z.boolean().optional().describe('true：量出来的，整数也可能经过取位；省略：数出来的'),
      suffix: plainText.optional().describe('带数量级的单位去掉 万、亿 后的部分，例如 亿元 的 元'),
      printed: plainText.optional().describe('与数字连写时的写法，例如 件/万人 写作 件'),
      en: plainText.describe('English, as printed behind a number'),
    }),
  ),
});

export type Units = z.infer<typeof unitsSchema>['units'];
