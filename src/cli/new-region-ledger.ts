import { stringify } from 'yaml';

/** Whose data file, of which year, and under which name its source stands in `seeds/`. */
export interface NewReport {
  readonly id: string;
  readonly period: string;
  readonly source: string;
  /** Full Chinese name of the region. */
  readonly name: string;
}

/** A value as YAML on one line, texts quoted where they have to be. */
export function oneLine(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();
}

/** The ledger of what departments hand in: a source without a figure-by-figure register. */
export function ledgerText({ period, name }: NewReport): string {
  return `# yaml-language-server: $schema=../schemas/ledger.schema.json
# ${name} ${period} 年各部门报送的数据：来源台账，印在报告的“资料来源”。
# itemised: false 表示来源没有逐数登记，报告中的数不与台账核对。
# 有公开出版的来源（公报、年报、新闻发布稿）时，另建一个台账逐数登记，见 seeds/ 中的其他文件，再把文件名加进数据文件的 sources。
document:
  title: ${oneLine({ zh: `${name}${period}年知识产权工作数据` })}
  publisher: ${oneLine(`${name}知识产权主管部门汇总`)}
  date: '${String(Number(period) + 1)}' # 汇总定稿的日期，例如 '${String(Number(period) + 1)}-03-15'
  kind: 部门报送数据
  itemised: false
  note: 数据由各有关部门按其职责报送，未逐数登记出处。
figures: []
`;
}
