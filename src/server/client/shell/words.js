export const words = {
  zh: {
    views: '查看方式',
    side: '侧栏',
    closePane: '关闭侧栏',
    width: '侧栏宽度',
    /** @param {string} pane */
    backTo: (pane) => `返回${pane}`,
    more: '更多',
    nextArea: '到下一区：顶栏、正文、侧栏',
    lastArea: '到上一区',
    appearance: '外观',
    system: '随系统',
    light: '浅色',
    dark: '深色',
    language: '界面语言',
  },
  en: {
    views: 'Views',
    side: 'Side pane',
    closePane: 'Close the side pane',
    width: 'Width of the side pane',
    /** @param {string} pane */
    backTo: (pane) => `Back to ${pane.toLowerCase()}`,
    more: 'More',
    nextArea: 'To the next area: bar, report, side pane',
    lastArea: 'To the area before',
    appearance: 'Appearance',
    system: 'System',
    light: 'Light',
    dark: 'Dark',
    language: 'Language of the interface',
  },
};
