import { fontFaceCss } from '../fonts/subset.ts';
import { clientScriptPath, fontPath, marksStylePath } from './assets.ts';

/**
 * The preview's content security policy. Scripts are the client's own files and nothing else; the report's style
 * sheet and style attributes stand in the page.
 */
export const previewPolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; font-src 'self' data:; base-uri 'none'; form-action 'none'";

/** The whole faces, served once: nothing to cut at each save, and the draft is set as the print will be. */
export const previewFonts = { css: fontFaceCss(fontPath) };

/** What a page of the preview has to know. */
export interface PreviewSettings {
  readonly language: 'zh' | 'en';
  /** Address of the event stream, with its token. */
  readonly events: string;
}

/** Markup at the end of `<head>`: the client script and its settings. Nothing in it comes from data. */
export function previewHead({ language, events }: PreviewSettings, page: number): string {
  return [
    `<meta name="preview-language" content="${language}">`,
    `<meta name="preview-events" content="${events}">`,
    `<meta name="preview-page" content="${String(page)}">`,
    `<link rel="stylesheet" href="${marksStylePath}">`,
    `<script type="module" src="${clientScriptPath}"></script>`,
  ].join('');
}

/** The page before there is a good one; the script shows what keeps it from being made, and puts it in its place. */
export function waitingPage(settings: PreviewSettings): string {
  const zh = settings.language === 'zh';
  const title = zh ? '白皮书预览' : 'White paper preview';
  const style =
    'body { margin: 0; padding: 20vh 24px 0; text-align: center; color: #5b6573; font: 16px/1.8 "Noto Sans SC", "Microsoft YaHei", sans-serif; }';
  return [
    `<!doctype html><html lang="${zh ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${previewPolicy}"><title>${title}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="color-scheme" content="light dark"><style>${previewFonts.css}\n${style}</style>`,
    `${previewHead(settings, 0)}</head><body><p>${zh ? '草稿编成后显示在这里。' : 'The draft will appear here.'}</p></body></html>`,
  ].join('');
}
