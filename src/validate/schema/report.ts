import { z } from 'zod';
import { sectionIds, type Catalogue, type SectionId } from './catalogue.ts';
import { periodSchema } from './ledger.ts';
import { localized, plainText, prose } from './text.ts';

const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/).describe('2023、2023-04 或 2023-04-21'); // prettier-ignore
const sourceId = plainText.describe('seeds/ 中台账的文件名');

const report = z.strictObject({
  kind: plainText.describe('templates/reports/ 中的报告种类，例如 white-paper'),
  title: localized.describe('报告全名，例如 某某市2022年知识产权白皮书'),
  issuer: localized.describe('署名单位'),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).describe('文件日期，印在封面并写入文件属性'),
  data_cutoff: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).describe('数据截止日期'),
  sample: z.boolean().default(false).describe('true：封面和来源处标明“样例”'),
  plan: plainText.optional().describe('目标进展所依据的规划：同一地区的另一个数据文件，例如 2022-2025'),
  keywords: z.array(plainText).default([]),
  contact: plainText.optional(),
  licence: plainText.optional().describe('使用许可，印在封底'),
}); // prettier-ignore

export const statusSchema = z.enum([
  'final',
  'provisional',
  'estimated',
  'planned',
  'forecast',
  'recommended',
]);

/** Keys of the long form of a figure; any other key under it is a further indicator. */
export const figureAttributes = {
  value: z.number().describe('数值：普通十进制数'),
  unit: plainText.optional().describe('与目录单位不同时写，须可换算'),
  qualifier: z
    .enum(['近', '约', '超', '超过', '逾', '不足', '余', '多', '以上', '以下', '左右'])
    .optional()
    .describe('来源中的限定词，原样保留'),
  status: statusSchema.optional().describe('final 之外的都会印明'),
  period: periodSchema.optional().describe('与报告年份不同时写'),
  source: sourceId.optional(),
  note: plainText.optional().describe('印在附录数据表'),
  of: z.int().positive().optional().describe('位次：共有多少个'),
};

const entryShape = { source: sourceId.optional(), text: prose.optional() };

const activity = z.strictObject({
  title: plainText,
  date: date.optional(),
  place: plainText.optional(),
  content: plainText.optional(),
  hosts: z.array(plainText).optional().describe('主办'),
  organisers: z.array(plainText).optional().describe('承办'),
  co_organisers: z.array(plainText).optional().describe('协办'),
  participants: z.array(plainText).optional().describe('参加'),
  ...entryShape,
});
const measure = z.strictObject({
  title: plainText,
  date: date.optional(),
  issuers: z.array(plainText).optional(),
  ...entryShape,
});
const honour = z.strictObject({
  title: plainText,
  level: z.enum(['national', 'provincial', 'city', 'industry']),
  recipient: plainText.optional(),
  awarded_by: plainText.optional(),
  year: periodSchema.optional(),
  ...entryShape,
});
const institution = z.strictObject({
  title: plainText,
  date: date.optional(),
  place: plainText.optional(),
  ...entryShape,
});

const lists = z.strictObject({
  activities: z.array(activity).optional(),
  measures: z.array(measure).optional(),
  honours: z.array(honour).optional(),
  institutions: z.array(institution).optional(),
});

const highlight = z.strictObject({
  indicator: plainText.describe('指标；一张数据卡'),
  group: z.enum(sectionIds).optional().describe('归入哪一组，省略则按指标所在的章'),
  text: prose.optional().describe('卡上的比较文字'),
});

const block = z.strictObject({
  title: plainText.describe('（一）级标题'),
  text: prose,
  charts: z.array(plainText).optional().describe('放在正文后的图'),
});

const target = z.strictObject({
  indicator: plainText,
  base: z.strictObject({ period: periodSchema, value: z.number() }),
  target: z.strictObject({ period: periodSchema, value: z.number() }),
  unit: plainText.optional(),
  basis: z
    .enum(['cumulative', 'annual_average', 'annual'])
    .optional()
    .describe('口径：累计值、年均值、当年值'),
  comparable: z.boolean().default(true).describe('false：年度数据与目标口径不同，不计算进展'),
  note: plainText.optional(),
  source: sourceId.optional(),
});

/** Prose by section and slot: `creation: { lead: …, patents: … }`; templates say where each slot goes. */
const narrative = z.record(plainText, z.record(plainText, prose));

/**
 * `data/<region>/<period>.yaml`. Figures stand in a tree that spells their indicators' ids; a figure is a plain number
 * or, where there is more to say, `{ value: …, source: …, note: … }`, under which further indicators may hang.
 * Built from the catalogue so that editors complete the ids and underline the wrong ones.
 */
export function buildReportSchema(catalogue: Catalogue) {
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
    targets: z.array(target).optional(),
    lists: lists.optional(),
    highlights: z.array(highlight).optional().describe('年度要览的数据卡，按章分组，按此顺序'),
    narrative: narrative.optional(),
    blocks: z
      .partialRecord(z.enum(sectionIds), z.array(block))
      .optional()
      .describe('各章模板之外的小节：章 → 标题和正文，印在该章末尾'),
  });
}

export type ReportFile = Omit<z.infer<ReturnType<typeof buildReportSchema>>, SectionId> &
  Partial<Record<SectionId, unknown>>;
export type ReportHead = z.infer<typeof report>;
export type Lists = z.infer<typeof lists>;
export type Target = z.infer<typeof target>;

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
  return z.union([z.number(), z.strictObject({ ...figureAttributes, ...children })]).describe(about);
}
