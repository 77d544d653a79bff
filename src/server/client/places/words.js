export const words = {
  zh: {
    open: '在编辑器中打开',
    editor: '已在编辑器中打开',
    program: '已打开文件，位置已复制：',
    copied: '没有打开编辑器，位置已复制：',
    notCopied: '没有打开编辑器，请自行打开：',
  },
  en: {
    open: 'Open in the editor',
    editor: 'Opened in the editor',
    program: 'The file is open; place copied: ',
    copied: 'No editor was opened; place copied: ',
    notCopied: 'No editor was opened; please open: ',
  },
};
