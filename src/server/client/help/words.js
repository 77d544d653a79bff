/** @type {Record<'zh' | 'en', { title: string, help: string, close: string, or: string, names: Record<string, string> }>} */
export const words = {
  zh: {
    title: '键盘操作',
    help: '显示本表',
    close: '关闭',
    or: '或',
    names: { shift: 'Shift', Escape: 'Esc' },
  },
  en: {
    title: 'Keyboard',
    help: 'Show this list',
    close: 'Close',
    or: 'or',
    names: { shift: 'Shift', Escape: 'Esc' },
  },
};
