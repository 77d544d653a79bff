import type { NewReport } from './new-region-ledger.ts';

/** Everything of a data file behind its figures: the texts it starts with, and a pattern of each part it may have. */
export function furtherParts(report: NewReport): string {
  return [highlights, lists(report), assessment, targets(report), narrative, blocks].join('\n');
}

const highlights = `## ───────────── 年度要览的数据卡 ─────────────
## 一个指标一张卡，按此顺序；text 是卡上的比较文字。列出的指标要已填数。
# highlights:
#   - indicator: creation.patent.granted.invention
#   - indicator: creation.trademark.registered
#   - indicator: utilization.pledge.amount
#     text: '新增质押项目{{figure "utilization.pledge.new_projects"}}'
#   - indicator: protection.admin.cases_filed.total
#   - indicator: protection.court.concluded.total
`;

function lists({ period }: NewReport): string {
  const day = `'{{待填：${period}-04-26}}'`;
  return `## ───────────── 列表 ─────────────
## 每项以“- ”开头，项数不限；不用的种类和行不启用。日期写 ${period}、${period}-04 或 ${period}-04-26，加引号。
# lists:
#   activities: ## 宣传活动
#     - title: '{{待填：活动名称}}'
#       date: ${day}
#       place: '{{待填：地点}}'
#       content: '{{待填：内容，一两句话}}'
#       hosts: ['{{待填：主办单位}}', '{{待填：另一主办单位}}']
#   measures: ## 政策措施
#     - title: '{{待填：《文件名称》}}'
#       date: ${day}
#       issuers: ['{{待填：印发单位}}']
#       text: '{{待填：要点，数字写 figure 或 literal}}'
#   honours: ## 荣誉；level：national 国家级、provincial 省级、city 市级、industry 行业组织
#     - title: '{{待填：荣誉名称}}'
#       level: provincial
#       recipient: '{{待填：获得者}}'
#   institutions: ## 机构与平台
#     - title: '{{待填：机构名称}}'
#       date: ${day}
#       text: '{{待填：进展}}'
#   cases: ## 典型案例；个人用“某”
#     - title: '{{待填：案名}}'
#       agency: '{{待填：办理机关}}'
#       text: '{{待填：案情和结果}}'
#   events: ## 大事记，按日期
#     - title: '{{待填：事项}}'
#       date: ${day}
`;
}

const assessment = `## ───────────── 对照、问题、下一步 ─────────────
## 与其他地区对照：peers 是 data/regions.yaml 中本地区的 peers，其数写在 data/<地区>/<年份>.yaml；没有放进问题的表自成一章。
# comparisons:
#   - id: granted
#     title: 专利授权量对照
#     peers: [待填]
#     rows:
#       - indicator: creation.patent.granted.invention
## 存在的问题：evidence 是佐证的指标，印成表。
# problems:
#   - title: '{{待填：问题，一句话}}'
#     text: '全年发明专利授权{{figure "creation.patent.granted.invention"}}。'
#     evidence: [creation.patent.granted.invention]
## 下一步工作：以“一是……。”开头的段落，这一句排成小标题。
# next_steps:
#   - title: '{{待填：工作，一句话}}'
#     text: '一是{{待填：做什么}}。{{待填：怎样做}}。'
`;

function targets({ period }: NewReport): string {
  const base = String(Number(period) - 2);
  const goal = String(Number(period) + 2);
  return `## ───────────── 目标 ─────────────
## 规划的目标写在规划自己的数据文件里（例如同一文件夹的 ${base}-${goal}.yaml），并在 report 下写 plan；没有规划文件的写在这里。
## base 是基期的数，target 是目标值；basis：cumulative 累计值、annual_average 年均值、annual 当年值。
# targets:
#   - indicator: creation.patent.granted.invention
#     base: { period: ${base}, value: 待填 }
#     target: { period: ${goal}, value: 待填 }
#     basis: annual
`;
}

const narrative = `## ───────────── 正文 ─────────────
## 章 → 段；没有启用的段不印出。启用一段，要连同它下面的文字和上面的章名（例如 planning）一起启用。段落之间空一行。
## 一节的图印在它的正文之后，没有正文的节不印；章首的数、表和附录不必有正文。
narrative:
  # foreword: ## 前言
  #   text: |
  #     {{待填：前言}}

  note: ## 编写说明
    text: |
      一、性质。本书记述{{year}}{{region}}知识产权创造、运用、保护和服务的情况，由知识产权主管部门会同有关部门编制。

      二、范围和口径。统计范围为{{region}}。当年数为{{year}}全年数，存量为{{year}}末数，累计数截至{{year}}末；与此不同的，在数后或附录的数据表中注明。

      三、单位和取位。来源所载的数按原样印出，不增减位数。“测算”表示该数由来源所载的数计算得出，计算时不作中间取位，结果四舍五入。金额除注明的外为人民币。

      四、符号和用语。“约”“近”“余”等限定词为来源所有，予以保留，带限定词的数不用于计算。计划数、预计数不是完成数，随数注明。

  # highlights: ## 年度要览
  #   summary: |
  #     全年发明专利授权{{figure "creation.patent.granted.invention"}}。

  # planning: ## 统筹规划与机构；另有 strategy 统筹部署、fiscal 专项资金
  #   lead: |
  #     {{待填：正文}}

  creation: ## 知识产权创造
    lead: |
      本章记述{{year}}{{region}}专利、商标、版权和地理标志等知识产权的申请、授权和登记情况。
    # patents: |
    #   全年发明专利授权{{figure "creation.patent.granted.invention"}}。
    # trademarks: |
    #   {{待填：正文}}
    # copyright_and_varieties: | ## 版权与植物新品种
    #   {{待填：正文}}
    # portfolio: | ## 高价值专利与奖项
    #   {{待填：正文}}
    # policy: | ## 质量导向
    #   {{待填：正文}}

  # utilization: ## 知识产权运用
  #   lead: |
  #     {{待填：正文}}
  #   operation: | ## 运营体系
  #     {{待填：正文}}
  #   transfer: | ## 转化与许可
  #     {{待填：正文}}
  #   finance: | ## 知识产权金融
  #     {{待填：正文}}
  #   fund_and_insurance: | ## 基金与保险
  #     {{待填：正文}}

  # protection: ## 知识产权保护
  #   lead: |
  #     {{待填：正文}}
  #   administrative: | ## 行政执法
  #     {{待填：正文}}
  #   customs: | ## 海关保护
  #     {{待填：正文}}
  #   police: | ## 刑事打击
  #     {{待填：正文}}
  #   procuratorate: | ## 检察监督，印在刑事打击之后
  #     {{待填：正文}}
  #   court: | ## 审判
  #     {{待填：正文}}
  #   coordination: | ## 协同机制
  #     {{待填：正文}}
  #   aid_stations: | ## 维权援助
  #     {{待填：正文}}
  #   honours: | ## 典型案例与表彰，列表 cases、honours 印在这里
  #     {{待填：正文}}

  # services: ## 知识产权服务
  #   lead: |
  #     {{待填：正文}}
  #   cbd: | ## 服务集聚
  #     {{待填：正文}}
  #   platform: | ## 公共服务平台
  #     {{待填：正文}}
  #   talent: | ## 人才与专家
  #     {{待填：正文}}

  # publicity: ## 宣传与活动，列表 activities 印在这里
  #   lead: |
  #     {{待填：正文}}
`;

const blocks = `## 各章印完上面的段之后，还可以自加小节：章 → 标题和正文。
# blocks:
#   creation:
#     - title: '{{待填：小节标题}}'
#       text: '{{待填：正文}}'
`;
