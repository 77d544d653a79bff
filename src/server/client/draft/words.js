export const words = {
  zh: { title: '草稿' },
  en: { title: 'Draft' },
};
