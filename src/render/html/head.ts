import type { Element } from 'hast';
import { h } from 'hastscript';
import type { DocumentMeta } from '../../document/document.ts';

/**
 * Content security policy of a report: nothing from outside, no script; styles and fonts stand in the file itself.
 * While it is printed, fonts come from its own virtual origin.
 */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self' data:; base-uri 'none'; form-action 'none'";

/** `<head>` of a report with its style sheet; `policyOfCaller` replaces the content security policy, for the preview. */
export function head(meta: DocumentMeta, css: string, policyOfCaller: string = policy): Element {
  const named = (name: string, content: string): Element => h('meta', { name, content });
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policyOfCaller }),
    h('title', meta.title),
    named('viewport', 'width=device-width, initial-scale=1'),
    named('color-scheme', 'light dark'),
    named('author', meta.issuer),
    named('description', meta.subject),
    named('keywords', meta.keywords.join(', ')),
    named('dcterms.date', meta.date),
    h('style', css.replace(/<\/(?=style)/gi, '<\\/')),
  ]);
}
