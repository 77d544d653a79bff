import { clientScriptPath } from './assets.ts';

/**
 * Content security policy of the preview's own page: scripts, style sheets and the draft's frame come from this server
 * and nowhere else. Pictures may be made by the page's own scripts.
 */
export const shellPolicy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'";

/** What the preview's own page has to know. */
export interface ShellSettings {
  readonly language: 'zh' | 'en';
  /** Opens the stream and the interface; see `guard.ts`. */
  readonly token: string;
  readonly readOnly: boolean;
  /** Addresses of its style sheets. */
  readonly styles: readonly string[];
}

/** The page around the draft. The script makes all that is in it; nothing in it comes from data. */
export function shellPage({ language, token, readOnly, styles }: ShellSettings): string {
  const zh = language === 'zh';
  return [
    `<!doctype html><html lang="${zh ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${zh ? '白皮书预览' : 'White paper preview'}</title>`,
    `<meta name="preview-token" content="${token}">`,
    `<meta name="preview-read-only" content="${String(readOnly)}">`,
    ...styles.map((address) => `<link rel="stylesheet" href="${address}">`),
    `<script type="module" src="${clientScriptPath}"></script></head><body></body></html>`,
  ].join('');
}
