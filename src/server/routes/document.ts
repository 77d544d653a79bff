import type { Context } from 'hono';
import type { FormatId } from '../../render/formats.ts';
import { variantSuffix } from '../../write/variant-suffix.ts';
import type { MadeDocument } from '../documents/report-documents.ts';
import { reportPath } from '../report-address.ts';
import type { Route } from './route.ts';
import { sessionOf } from './session-of.ts';

const types: Readonly<Record<FormatId, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
};

/** Tells a reader of the bytes which draft they are of. */
const draftHeader = 'Draft-Page';

/**
 * A document made from the last good draft, as the build would write it, for the pages view and to be kept. Answers with
 * the problems where it cannot be made, as 409 where there has been no draft yet.
 */
export const documentFile: Route = {
  method: 'GET',
  path: `${reportPath}:file{document\\.(?:pdf|docx|html)}`,
  access: 'page',
  async answer(context, preview) {
    const format = formatOf(context);
    const session = sessionOf(context, preview);
    const made = await preview.documents.of(session).newest(format);
    if (!made) return context.json({ page: 0, problems: session.state.problems }, 409);
    const { page, file, problems } = made;
    if (!file) return context.json({ page, problems }, 422);
    // The library's types know only bytes in memory of their own.
    return context.body(file.bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="${fileName(made, format)}"`,
      // Wherever it is opened: our HTML has its own policy, and no script.
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      [draftHeader]: String(page),
    });
  },
};

function formatOf(context: Context): FormatId {
  return (context.req.param('file') ?? '').slice('document.'.length) as FormatId;
}

/** As the build names it. Ids, themes and languages are ASCII and without quotes, so it needs no encoding. */
function fileName({ draft: { examined } }: MadeDocument, format: FormatId): string {
  const { inputs } = examined;
  return `${inputs.region.id}-${inputs.period}${variantSuffix(inputs)}.${format}`;
}
