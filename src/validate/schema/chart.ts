import { z } from 'zod';
import { limits } from '../../diagnostics/limits.ts';
import { periodSchema } from './period.ts';
import { plainText, prose } from './text.ts';

const period = z
  .union([periodSchema, z.enum(['progress', 'apart'])])
  .describe('时期，省略则为本报告的年份；progress 目标进展所用的那一年；apart 隔开的、最近的以前年份');

/** One number: a figure of the data, or one computed from figures. Exactly one of the first five keys. */
const expressionShape = {
  figure: plainText.optional().describe('指标：取数据中的数'),
  growth: plainText.optional().describe('指标：比上一期增长百分之几（有所载数用所载数，否则计算）'),
  share: z.tuple([plainText, plainText]).optional().describe('[部分, 整体]：占百分之几'),
  progress: plainText.optional().describe('指标：从基期到目标已走完的百分比'),
  attainment: plainText.optional().describe('指标：达到目标值的百分比'),
  period: period.optional(),
  target: z.boolean().optional().describe('true 则取目标值'),
  base: z.boolean().optional().describe('true 则取规划的基期值'),
  region: plainText.optional().describe('对照地区，省略则为本地区'),
};

export const expression = z.strictObject(expressionShape);

export const chartRow = z.strictObject({
  ...expressionShape,
  label: plainText.optional().describe('类别名，省略则用指标名'),
  series: plainText.optional().describe('组或系列'),
  with: z.record(z.string().regex(/^[a-z][a-z_]*$/), expression).optional()
    .describe('同一行的其他数：名字 → 数；spec 中用 <名字>（数值）与 <名字>_text（印出的文字）'),
  peers: z.boolean().optional()
    .describe('true：本地区和有同期数的对照地区各一行，series 为地区；没有可对照的则略去'),
  run: z.boolean().optional()
    .describe('true：到本报告年份为止逐年不断的数各一行，label 为年份'),
  cards: z.boolean().optional()
    .describe('true：年度要览的数据卡各一行；没有数据卡则各项目标各一行'),
  optional: z.boolean().optional().describe('true 则没有数据时略去此行，不报错'),
}); // prettier-ignore

/** `templates/charts/<id>.vl.yaml`: what a chart says, which figures it shows, and how Vega-Lite draws them. */
export const chartSchema = z.strictObject({
  message: z
    .union([prose, z.array(prose).min(1)])
    .optional()
    .describe('图上方的一句话：读者应看到什么；写成列表则用第一句数据齐全的'),
  title: prose.optional().describe('正式图名，含地区与时间'),
  unit: plainText.optional().describe('单位，印在图名后'),
  rows: z.array(chartRow).max(limits.rows),
  minimum: z.int().positive().default(1).describe('有数据的行少于此数则不印这张图'),
  note: z
    .union([prose, z.array(prose).min(1)])
    .optional()
    .describe('图下的注；写成列表则用第一句数据齐全的'),
  alt: prose.optional().describe('替代文字；省略则由图名和各行生成'),
  ornament: z.boolean().optional().describe('true 为装饰（如封面图案），没有图名和替代文字'),
  width: z.number().positive().max(160).default(160).describe('毫米'),
  height: z.number().positive().max(240).describe('毫米'),
  docx: z.enum(['auto', 'native', 'image']).default('auto').describe('Word 中：auto 能用原生图表则用'),
  spec: z.record(z.string(), z.unknown()).describe('Vega-Lite 描述，不含 data；各行的字段见 CONTRIBUTING'),
});

export type Expression = z.infer<typeof expression>;
export type ChartRowSpec = z.infer<typeof chartRow>;
export type ChartSpec = z.infer<typeof chartSchema>;
