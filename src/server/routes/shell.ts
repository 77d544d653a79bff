import { clientStyles } from '../assets.ts';
import { reportPath } from '../report-address.ts';
import { shellPage, shellPolicy } from '../shell-page.ts';
import type { Route } from './route.ts';
import { interfaceLanguage } from './session-of.ts';

/** The preview's own page: what is around the draft. */
export const shell: Route = {
  method: 'GET',
  path: reportPath,
  access: 'anyone',
  answer(context, preview) {
    const { token, readOnly, assets } = preview;
    const language = interfaceLanguage(context, preview);
    context.header('Content-Security-Policy', `${shellPolicy}; frame-ancestors 'none'`);
    return context.html(shellPage({ language, token, readOnly, styles: clientStyles(assets) }));
  },
};
