import { z } from 'zod';
import { sourceId } from './figure-form.ts';
import { periodSchema } from './period.ts';
import { plainText, prose } from './text.ts';

const point = z.strictObject({ period: periodSchema, value: z.number() });

export const targetSchema = z.strictObject({
  indicator: plainText,
  base: point.optional().describe('基期：没有基期的目标算不出进度，不能发布'),
  target: point,
  unit: plainText.optional(),
  basis: z
    .enum(['cumulative', 'annual_average', 'annual'])
    .optional()
    .describe('口径：累计值、年均值、当年值'),
  comparable: z.boolean().default(true).describe('false：年度数据与目标口径不同，不计算进展'),
  note: plainText.optional(),
  source: sourceId.optional(),
});

const departments = z.array(plainText).min(1);

const taskSchema = z.strictObject({
  title: plainText.describe('（一）级标题'),
  text: prose,
  lead: departments.optional().describe('牵头部门，名称见 data/departments.yaml'),
  support: departments.optional().describe('配合部门'),
  responsible: departments.optional().describe('责任单位，来源没有区分牵头与配合时用；按来源的次序'),
});

/** One chapter of a plan. */
export const taskChapterSchema = z.strictObject({
  title: plainText.describe('章的标题'),
  text: prose.optional(),
  tasks: z.array(taskSchema).min(1),
});

export type Target = z.infer<typeof targetSchema>;
export type TaskChapter = z.infer<typeof taskChapterSchema>;
export type Task = z.infer<typeof taskSchema>;
