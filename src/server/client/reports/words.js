export const words = {
  zh: {
    pane: '全部报告',
    none: '本项目还没有报告。',
    failed: '报告目录没有取到，请稍后再打开。',
    unreadable: '数据文件有错误',
    editions: '版式与语言',
  },
  en: {
    pane: 'All reports',
    none: 'This project has no reports yet.',
    failed: 'The list could not be had; open it again in a moment.',
    unreadable: 'its data cannot be read',
    editions: 'Themes and languages',
  },
};
