/**
 * What the pages view says.
 *
 * @typedef {typeof words.zh} Words
 */

export const words = {
  zh: {
    title: '版面',
    tools: '版面工具',
    making: '正在排版……',
    newest: '版面与最新保存的内容一致',
    lastGood: '数据有误，这是上一次正确的版面',
    none: '草稿编成后，这里显示版面',
    failed: '未能排版，原因如下',
    lost: '预览程序已停止',
    page: '页码',
    /** @param {number} pages */
    of: (pages) => `/ ${String(pages)}`,
    /** @param {number} page */
    pageName: (page) => `第 ${String(page)} 页`,
    previous: '上一页',
    next: '下一页',
    zoom: '缩放',
    larger: '放大',
    smaller: '缩小',
    fitWidth: '适合宽度',
    fitPage: '适合整页',
    contents: '目录',
    /** @param {number} count */
    findings: (count) => (count === 0 ? '版面无提示' : `版面提示 ${String(count)}`),
    noFindings: '版面检查没有发现问题。',
    changed: '有改动的页：',
    hint: '怎么办：',
  },
  en: {
    title: 'Pages',
    tools: 'Page tools',
    making: 'Setting the pages …',
    newest: 'These pages show the newest save',
    lastGood: 'The data have errors; these are the last good pages',
    none: 'The pages appear here once there is a draft',
    failed: 'The pages could not be made:',
    lost: 'The preview has stopped',
    page: 'Page',
    /** @param {number} pages */
    of: (pages) => `/ ${String(pages)}`,
    /** @param {number} page */
    pageName: (page) => `Page ${String(page)}`,
    previous: 'Previous page',
    next: 'Next page',
    zoom: 'Zoom',
    larger: 'Larger',
    smaller: 'Smaller',
    fitWidth: 'Fit width',
    fitPage: 'Fit page',
    contents: 'Contents',
    /** @param {number} count */
    findings: (count) => (count === 0 ? 'No layout notes' : `Layout notes: ${String(count)}`),
    noFindings: 'The layout check has found nothing.',
    changed: 'Changed pages: ',
    hint: 'What to do: ',
  },
};
