/** What the pane of progress says. */
export const words = {
  zh: {
    pane: '填报进度',
    /** @param {string} period */
    title: (period) => `${period}年填报进度`,
    none: '草稿编成后，这里显示填报进度。',
    /** @type {Record<'final' | 'provisional' | 'missing', string>} */
    filling: { final: '已定', provisional: '待确认', missing: '未报' },
    /** @param {string} before */
    compared: (before) => `未报的，指${before}年同类报告有、本年还没有的数，以及规划目标缺本年数的。`,
    alone: '没有以前年份的同类报告可比；未报的，指规划目标缺本年数的。',
    bySection: '未登记送数单位的指标按章列出；登记：data/indicators/ 各文件的 department。',
    /** @type {(period: string, printed: string) => string} */
    expected: (period, printed) => `${period}年为 ${printed}`,
  },
  en: {
    pane: 'Progress',
    /** @param {string} period */
    title: (period) => `Figures of ${period}`,
    none: 'Progress appears here once there is a draft.',
    /** @type {Record<'final' | 'provisional' | 'missing', string>} */
    filling: { final: 'Final', provisional: 'To confirm', missing: 'Missing' },
    /** @param {string} before */
    compared: (before) =>
      `Missing are figures the ${before} report of this kind has and this one lacks, and this year’s figures of targets.`,
    alone: 'There is no earlier report of this kind; missing are this year’s figures of targets.',
    bySection:
      'Indicators without a department stand under their section; `department` in data/indicators/ assigns them.',
    /** @type {(period: string, printed: string) => string} */
    expected: (period, printed) => `${period}: ${printed}`,
  },
};
