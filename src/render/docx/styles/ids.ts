/**
 * Paragraph styles by id, with the names Word shows. Built-in names (`heading 1`, `toc 1`, …) are those Word knows its
 * own styles by in every language; the others are for the officer who opens the styles pane.
 */
export const paragraphStyleNames = {
  Normal: 'Normal',
  BodyText: 'Body Text',
  Lead: '导语',
  Title: 'Title',
  Subtitle: 'Subtitle',
  CoverMark: '封面标记',
  CoverRegion: '封面地区',
  CoverOrnament: '封面图案',
  CoverIssuer: '封面单位',
  CoverDate: '封面日期',
  CoverNote: '封面说明',
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  Heading3: 'heading 3',
  UnlistedHeading: '不入目录的标题',
  TOCHeading: 'TOC Heading',
  TOC1: 'toc 1',
  TOC2: 'toc 2',
  TOC3: 'toc 3',
  ListBullet: 'List Bullet',
  ListNumber: 'List Number',
  DefinitionTerm: '术语',
  Definition: '释义',
  CardGroup: '指标组名',
  CardLabel: '指标名称',
  CardValue: '指标数值',
  CardCompare: '指标比较',
  CardCite: '指标来源',
  EntryDate: '条目日期',
  EntryTitle: '条目标题',
  EntryDetail: '条目内容',
  CalloutTitle: '提示框标题',
  Callout: '提示框',
  Message: '图表要点',
  Caption: 'caption',
  TableCaption: '表题',
  TableUnit: '表单位',
  Chart: '图',
  Note: '图表注',
  Source: '图表来源',
  TableText: '表文',
  TableNumber: '表中数字',
  TableHead: '表头',
  TableHeadNumber: '数字列表头',
  TableGroup: '表中分组',
  TableTotal: '表中合计',
  TableTotalNumber: '表中合计数',
  Header: 'header',
  Footer: 'footer',
  FooterEven: '偶数页页脚',
  Colophon: '版权页',
  ColophonTerm: '版权页项目',
  Gap: '间隔',
  SectionEnd: '节末',
} as const;

export const characterStyleNames = {
  Strong: 'Strong',
  RunIn: '段首语',
  Emphasis: 'Emphasis',
  Hyperlink: 'Hyperlink',
  Unit: '单位',
  CaptionNumber: '图表编号',
  Mark: '标记',
  CoverMarkText: '封面标记文字',
  FootnoteReference: 'footnote reference',
  EndnoteReference: 'endnote reference',
} as const;

export const tableStyleNames = {
  ThreeLine: '三线表',
  Cards: '指标卡',
  Entries: '条目表',
  Cover: '封面',
} as const;

export type ParagraphStyleId = keyof typeof paragraphStyleNames;
export type CharacterStyleId = keyof typeof characterStyleNames;
export type TableStyleId = keyof typeof tableStyleNames;
