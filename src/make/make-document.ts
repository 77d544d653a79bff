import { beginAudit } from '../audit/index.ts';
import { ReportError } from '../diagnostics/diagnostic.ts';
import { Recorded } from '../diagnostics/recorded.ts';
import type { FormatId } from '../render/formats.ts';
import { formats, type Rendered, type RenderTools } from '../render/index.ts';
import type { Made, MakeJob } from './maker.ts';

interface Tools extends Omit<RenderTools, 'diagnostics' | 'docx'> {
  /** Told when the file is there and only to be read back. */
  readonly onRendered?: (() => void) | undefined;
}

/** Render one document in this thread and read it back. What an input is to blame for is among the problems. */
export async function makeDocument(
  format: FormatId,
  { document, theme, docx, audits }: MakeJob,
  { onRendered, ...tools }: Tools,
): Promise<Made> {
  const diagnostics = new Recorded();
  const { problems } = diagnostics;
  // What it will be read with is loaded while it is being made.
  const audit = audits ? beginAudit(document, [format], diagnostics, theme.tokens) : undefined;
  let file: Rendered;
  try {
    file = await formats[format].render(document, theme, { ...tools, diagnostics, docx });
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { problems };
  }
  onRendered?.();
  audit?.take(format, file);
  await audit?.finish();
  return { file, problems };
}
