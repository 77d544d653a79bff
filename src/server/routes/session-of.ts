import type { Context } from 'hono';
import type { PreviewContext } from '../preview-context.ts';
import { requestOf } from '../report-address.ts';
import type { ReportSession } from '../report-session.ts';

/** Language of the interface: the one the address asks for, else that of the preview. */
export function interfaceLanguage(context: Context, preview: PreviewContext): 'zh' | 'en' {
  const asked = context.req.query('ui');
  return asked === 'zh' || asked === 'en' ? asked : preview.language;
}

/** The session of the report an address below `reportPath` names. */
export function sessionOf(context: Context, preview: PreviewContext): ReportSession {
  return preview.sessions.get(requestOf(context.req.param()), interfaceLanguage(context, preview));
}
