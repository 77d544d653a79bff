/** What the button of downloads says. */
export const words = {
  zh: {
    title: '下载',
    /** @type {Record<'docx' | 'pdf' | 'html', string>} */
    format: { docx: 'Word 文档（DOCX）', pdf: '版式文件（PDF）', html: '网页文件（HTML）' },
    making: '正在生成……',
    newest: '按最新保存的内容生成',
    lastGood: '数据有误；下载的是上一次正确的稿子',
    none: '草稿编成后可以下载',
    failed: '未能生成：',
  },
  en: {
    title: 'Download',
    /** @type {Record<'docx' | 'pdf' | 'html', string>} */
    format: { docx: 'Word document (DOCX)', pdf: 'Print file (PDF)', html: 'Web page (HTML)' },
    making: 'Being made …',
    newest: 'Made from the newest save',
    lastGood: 'The data have errors; this is the last good draft',
    none: 'There is something to download once there is a draft',
    failed: 'Could not be made: ',
  },
};
