import { z } from 'zod';
import { comparisonSchema, nextStepSchema, problemSchema, waiverSchema } from './assessment.ts';
import { sectionIds, type Catalogue, type SectionId } from './catalogue.ts';
import { figureAttributes, sourceId } from './figure-form.ts';
import { listsSchema } from './lists.ts';
import { reportPeriod } from './period.ts';
import { targetSchema, taskChapterSchema } from './plan.ts';
import { localized, plainText, prose } from './text.ts';

const report = z.strictObject({
  kind: plainText.describe('templates/reports/ 中的报告种类，例如 white-paper'),
  title: localized.describe('报告全名，例如 某某市2022年知识产权白皮书'),
  cover_title: localized.optional().describe('封面上年份之后的书名，省略则按报告种类'),
  issuer: localized.describe('署名单位'),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).describe('文件日期，印在封面并写入文件属性'),
  data_cutoff: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).describe('数据截止日期'),
  sample: z.boolean().default(false).describe('true：封面和来源处标明“样例”'),
  plan: plainText.optional().describe('目标进展所依据的规划：同一地区的另一个数据文件，例如 2022-2025'),
  progress_of: z.union([z.int(), z.string().regex(reportPeriod)]).optional()
    .describe('目标进展取哪一年的数，省略则为本报告的年份'),
  keywords: z.array(plainText).default([]),
  contact: plainText.optional(),
  licence: plainText.optional().describe('使用许可，印在封底'),
}); // prettier-ignore

const highlight = z.strictObject({
  indicator: plainText.describe('指标；一张数据卡'),
  group: z.enum(sectionIds).optional().describe('归入哪一组，省略则按指标所在的章'),
  text: prose.optional().describe('卡上的比较文字'),
});

const block = z.strictObject({
  title: plainText.describe('（一）级标题'),
  text: prose,
  charts: z.array(plainText).optional().describe('放在正文后的图'),
  comparisons: z.array(plainText).optional().describe('放在正文后的对照表'),
});

/** Prose by section and slot: `creation: { lead: …, patents: … }`; templates say where each slot goes. */
const narrative = z.record(plainText, z.record(plainText, prose));

/**
 * `data/<region>/<period>.yaml`. Figures stand in a tree that spells their indicators' ids; a figure is a plain number
 * or, where there is more to say, `{ value: …, source: …, note: … }`, under which further indicators may hang.
 * Built from the catalogue so that editors complete the ids and underline the wrong ones.
 */
export function buildReportSchema(catalogue: Catalogue): ReturnType<typeof build> {
  const known = built.get(catalogue);
  if (known) return known;
  const schema = build(catalogue);
  built.set(catalogue, schema);
  return schema;
}

/** Schemas by the catalogue they were built from: to build one takes longer than to read a report with it. */
const built = new WeakMap<Catalogue, ReturnType<typeof build>>();

function build(catalogue: Catalogue) {
  const roots = buildIndicatorTree(catalogue);
  const sections = {} as Record<SectionId, z.ZodOptional<z.ZodType>>;
  for (const section of sectionIds) {
    const node = roots.get(section);
    sections[section] = (node ? nodeSchema(node, catalogue) : z.strictObject({})).optional();
  }
  return z.strictObject({
    report: report.optional(),
    sources: z.array(sourceId).default([]).describe('引用的来源，按此顺序编号'),
    default_source: sourceId.optional().describe('没有写 source 的数取自这里'),
    ...sections,
    targets: z.array(targetSchema).optional(),
    tasks: z.array(taskChapterSchema).optional().describe('规划的章和任务'),
    comparisons: z.array(comparisonSchema).optional().describe('与其他地区的对照表'),
    problems: z.array(problemSchema).optional().describe('存在的问题'),
    next_steps: z.array(nextStepSchema).optional().describe('下一步工作'),
    waivers: z.array(waiverSchema).optional().describe('不成立而须保留的核对'),
    lists: listsSchema.optional(),
    highlights: z.array(highlight).optional().describe('年度要览的数据卡，按章分组，按此顺序'),
    narrative: narrative.optional(),
    blocks: z
      .partialRecord(z.enum(sectionIds), z.array(block))
      .optional()
      .describe('各章模板之外的小节：章 → 标题和正文，印在该章末尾'),
  });
}

export type ReportFile = Omit<z.infer<ReturnType<typeof build>>, SectionId> &
  Partial<Record<SectionId, unknown>>;
export type ReportHead = z.infer<typeof report>;

interface IndicatorNode {
  /** Full id down to here. */
  readonly id: string;
  readonly children: Map<string, IndicatorNode>;
}

/** The ids of the catalogue as a tree of their dotted parts, by section. */
export function buildIndicatorTree(catalogue: Catalogue): Map<string, IndicatorNode> {
  const roots = new Map<string, IndicatorNode>();
  for (const id of Object.keys(catalogue)) {
    let level = roots;
    let path = '';
    for (const part of id.split('.')) {
      path = path === '' ? part : `${path}.${part}`;
      let node = level.get(part);
      if (!node) level.set(part, (node = { id: path, children: new Map() }));
      level = node.children;
    }
  }
  return roots;
}

function nodeSchema(node: IndicatorNode, catalogue: Catalogue): z.ZodType {
  const children: Record<string, z.ZodType> = {};
  for (const [name, child] of node.children) children[name] = nodeSchema(child, catalogue).optional();
  const indicator = catalogue[node.id];
  if (!indicator) return z.strictObject(children);
  const about = `${indicator.name.zh}（${indicator.unit}）`;
  const form = { ...figureAttributes, value: figureAttributes.value.optional(), ...children };
  return z.union([z.number(), z.strictObject(form)]).describe(about);
}
