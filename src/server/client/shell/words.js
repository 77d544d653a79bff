export const words = {
  zh: { views: '查看方式', side: '侧栏' },
  en: { views: 'Views', side: 'Side' },
};
