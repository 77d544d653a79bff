import { fontFaceCss } from '../fonts/font-face-css.ts';
import { fontPath, marksStylePath } from './assets.ts';

/**
 * Content security policy of the draft: no script at all. The report's style sheet and style attributes stand in the
 * page; the preview's own script is in the page around it.
 */
export const draftPolicy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; font-src 'self' data:; base-uri 'none'; form-action 'none'";

/** The whole faces, served once: nothing to cut at each save, and the draft is set as the print will be. */
export const previewFonts = { css: fontFaceCss(fontPath) };

/** What a draft has at the end of `<head>` that no other HTML of the report has. Nothing in it comes from data. */
export function draftHead(page: number): string {
  return [
    `<meta name="preview-page" content="${String(page)}">`,
    `<link rel="stylesheet" href="${marksStylePath}">`,
  ].join('');
}

/** Stands in for the draft before there is a good one; the page around it says what keeps it from being made. */
export function waitingPage(language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  const style =
    ':root { color-scheme: light dark } body { margin: 0; padding: 20vh 24px 0; text-align: center; color: GrayText; font: 16px/1.8 "Noto Sans SC", "Microsoft YaHei", sans-serif; }';
  return [
    `<!doctype html><html lang="${zh ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${draftPolicy}"><title>${zh ? '草稿' : 'Draft'}</title>`,
    `<style>${previewFonts.css}\n${style}</style>`,
    `${draftHead(0)}</head><body><p>${zh ? '草稿编成后显示在这里。' : 'The draft will appear here.'}</p></body></html>`,
  ].join('');
}
