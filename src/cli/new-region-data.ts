import type { Catalogue } from '../validate/schema/catalogue.ts';
import type { Locale } from '../validate/schema/locale.ts';
import { indicatorSections } from './new-region-indicators.ts';
import { oneLine, type NewReport } from './new-region-ledger.ts';
import { furtherParts } from './new-region-parts.ts';

/**
 * The data file a newcomer starts from: it builds as it is, and every line with one `#` can be put to use by taking the
 * `#` away. Lines with `##` explain.
 */
export function dataFileText(report: NewReport, catalogue: Catalogue, words: Locale['words']): string {
  return [guide(report), head(report), indicatorSections(catalogue, words), furtherParts(report)].join('\n');
}

function guide({ name, period }: NewReport): string {
  const before = String(Number(period) - 1);
  return `# yaml-language-server: $schema=../../schemas/report.schema.json
## ${name} ${period} 年：数据、列表和正文。
## 两个 # 的行是说明；一个 # 的行是备好的内容，删去“# ”就启用。没有用到的行留着不动，不会印出；定稿前可以整行删去。
##
## 一、填一个数：删去行首的“# ”，把“待填”改成数。行末的逗号留着；缩进不必管；只启用这一行就够了。
##         # invention: 待填,  # 发明专利授权量（件）
##     改为  invention: 5274,  # 发明专利授权量（件）
##     只写数字和小数点：不写单位（行末已注明）、千分位逗号、百分号。照来源写，115.40 就写 115.40。
## 二、除了数还有话要说，写成花括号（以 invention 为例）：
##     单位不同    invention: { value: 1.2, unit: 万件 },              能换算的单位见 data/units.yaml
##     限定词      invention: { value: 5200, qualifier: 余 },          近 约 超 超过 突破 逾 不足 余 多 以上 以下 左右
##     区间        invention: { value: 9, to: 22 },
##     加说明      invention: { value: 5274, note: 含县级市。 },       印在附录的数据表
##     计划数      invention: { value: 6000, status: planned },        另有 provisional 初步 estimated 估计 forecast 预计 recommended 推荐
##     别的时期    invention: { value: 4100, period: ${before} },            也可 2018-2020、${period}-06、${period}-06-30、${period}-ytd（年内，未说明截止日）
##     几个时期    invention: { value: 5274, other_periods: [{ value: 4100, period: ${before} }] },
##     位次        rank: { value: 3, of: 140 },                        共 140 个参评；来源没有写多少个的，of: unstated
##     别的来源    invention: { value: 5274, source: 台账的文件名 },    先把这个台账列入下面的 sources
##     花括号里的文字用全角标点；有半角的逗号、冒号、括号时，整句加单引号。
## 三、没有的指标：先在 data/indicators/ 登记，再在这里填。
## 四、写正文：数字一律引用，不手写，改数时正文随之改变：
##         全年发明专利授权{{figure "creation.patent.granted.invention"}}，{{growth "creation.patent.granted.invention"}}。
##     别的时期的数写 {{figure "…" period="${before}"}}，并在句中说明是哪一年；计划数写 {{figure "…" status="planned"}}，句中写“计划”。
##     占比 {{share "部分" "全部"}}，位次 {{rank "…"}}，本年 {{year}}，本地区 {{region}}。
##     日期、文号、活动名称里的数字不是统计数，写 {{literal "4月26日"}}。
## 五、随时可以编制：npm run check 指出写错的行，npm run preview 边改边看。
`;
}

function head({ name, period, source }: NewReport): string {
  const next = String(Number(period) + 1);
  return `report:
  kind: white-paper  ## 另有 council-report（向人大的报告）、work-summary（工作总结与计划）、plan（规划、方案）
  title: ${oneLine({ zh: `${name}${period}年知识产权白皮书` })}
  issuer: ${oneLine({ zh: `${name}知识产权局` })}  ## 署名单位，改成全称
  date: '${next}-04-26'  ## 发布日期，印在封面
  data_cutoff: '${period}-12-31'  ## 数据截止日期
  keywords: ${oneLine(['知识产权', '白皮书', name]).replace(/^\[ | \]$/g, (end) => end.trim())}
  # contact: '{{待填：联系方式，印在封底}}'
  # plan: '{{待填：2021-2025}}'  ## 目标所在的规划：本地区的另一个数据文件

## 来源：seeds/ 中台账的文件名。没有写 source 的数取自 default_source。
sources: [${source}]
default_source: ${source}
`;
}
