/**
 * What the panel says.
 *
 * @typedef {object} Words
 * @property {string} pane Name of the pane.
 * @property {(errors: number) => string} failed
 * @property {(errors: number) => string} failedAtFirst
 * @property {(errors: number) => string} errors
 * @property {(warnings: number) => string} warnings
 * @property {string} lost
 * @property {string} hint
 * @property {string} go Show it in the draft.
 * @property {string} filter
 * @property {string} all
 * @property {(others: number) => string} more
 * @property {Record<import('./problem-item.js').Problem['severity'], string>} severity
 * @property {(checks: number) => string} checks
 * @property {Record<import('./check-list.js').Check['verdict'], string>} verdict
 * @property {Record<string, string>} rule Of the rules that have one; the others go by their id.
 * @property {(stated: string, found: string) => string} numbers
 */

/** @type {Record<'zh' | 'en', Words>} */
export const words = {
  zh: {
    pane: '问题与核对',
    failed: (errors) => `有 ${String(errors)} 处错误，页面仍显示上一次正确的内容`,
    failedAtFirst: (errors) => `有 ${String(errors)} 处错误，改好并保存后，这里自动显示草稿`,
    errors: (errors) => `${String(errors)} 处错误`,
    warnings: (warnings) => `${String(warnings)} 处警告`,
    lost: '预览程序已停止；重新运行后，本页自动接上',
    hint: '怎么办：',
    go: '到草稿中查看',
    filter: '显示哪些',
    all: '打开清单',
    more: (others) => `还有 ${String(others)} 处`,
    severity: { error: '错误', warning: '警告', info: '提示' },
    checks: (checks) => `核对 ${String(checks)} 项`,
    verdict: { fails: '不符', waived: '不符，已有说明', 'not-checkable': '不能核对', holds: '相符' },
    rule: {
      sum: '合计等于各分项之和',
      ratio: '比率等于分子除以分母',
      growth: '增速与两年的数一致',
      base: '增速有相应的上年数',
      change: '变化量与两年的数一致',
      cagr: '年均增速与首尾两年的数一致',
      'at-most': '部分不大于整体',
      equal: '应当相等的数相等',
      stock: '期末存量等于上年末加减当年增减',
      rising: '累计数不减少',
      within: '在允许的范围内',
      rank: '位次不大于参评数',
      jump: '与上年相差不过大',
      unchanged: '与上年不完全相同',
      'same-digits': '不与另一指标数字相同',
      'soft-base': '增速不在约数、初步数上',
      ledger: '与来源的台账一致',
      sealed: '与已公布的数一致',
    },
    numbers: (stated, found) => `所载 ${stated}，核对所得 ${found}`,
  },
  en: {
    pane: 'Problems and checks',
    failed: (errors) => `Errors: ${String(errors)}. The page shows the draft as it was before them`,
    failedAtFirst: (errors) => `Errors: ${String(errors)}. The draft appears here once they are mended`,
    errors: (errors) => `Errors: ${String(errors)}`,
    warnings: (warnings) => `Warnings: ${String(warnings)}`,
    lost: 'The preview has stopped; this page goes on when it is started again',
    hint: 'What to do: ',
    go: 'Show in the draft',
    filter: 'Which to show',
    all: 'Open the list',
    more: (others) => `${String(others)} more`,
    severity: { error: 'Error', warning: 'Warning', info: 'Note' },
    checks: (checks) => `Checks: ${String(checks)}`,
    verdict: { fails: 'Fail', waived: 'Fail, waived', 'not-checkable': 'Cannot be checked', holds: 'Hold' },
    rule: {
      sum: 'total equals the sum of its parts',
      ratio: 'ratio equals numerator by denominator',
      growth: 'growth fits the two years',
      base: 'growth has a base',
      change: 'change fits the two years',
      cagr: 'yearly growth fits first and last year',
      'at-most': 'part is not larger than the whole',
      equal: 'equal where it must be',
      stock: 'stock follows from last year’s',
      rising: 'cumulative count does not fall',
      within: 'within its bounds',
      rank: 'rank is not beyond those ranked',
      jump: 'not far from last year',
      unchanged: 'not the same as last year',
      'same-digits': 'not the digits of another indicator',
      'soft-base': 'growth is not on a soft figure',
      ledger: 'same as in the ledger of the source',
      sealed: 'same as published',
    },
    numbers: (stated, found) => `stated ${stated}, found ${found}`,
  },
};
