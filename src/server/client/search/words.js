export const words = {
  zh: {
    pane: '查找',
    field: '名称、拼音首字母、代码或数字',
    open: '查找数字和标题',
    hint: '例如：发明专利、fmzl、patent.granted、5274、1.36亿元。上下键选择，回车查看。',
    /** @param {number} count @param {number} shown */
    count: (count, shown) =>
      count > shown ? `找到 ${String(count)} 项，列出前 ${String(shown)} 项` : `找到 ${String(count)} 项`,
    none: '没有找到',
    heading: '标题',
    unprinted: '草稿中没有印出',
    separator: '；',
    /** @param {number} others */
    more: (others) => (others > 0 ? `；另有 ${String(others)} 处` : ''),
  },
  en: {
    pane: 'Search',
    field: 'Name, pinyin initials, key or number',
    open: 'Search figures and headings',
    hint: 'For example: invention patents, fmzl, patent.granted, 5274. Arrow keys choose, Enter shows.',
    /** @param {number} count @param {number} shown */
    count: (count, shown) =>
      count > shown ? `${String(count)} found, the first ${String(shown)} shown` : `${String(count)} found`,
    none: 'Nothing found',
    heading: 'Heading',
    unprinted: 'not printed in the draft',
    separator: '; ',
    /** @param {number} others */
    more: (others) => (others > 0 ? ` and ${String(others)} more` : ''),
  },
};
