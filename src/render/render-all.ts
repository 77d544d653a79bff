import type { ReportDocument } from '../document/document.ts';
import { ReportError } from '../diagnostics/diagnostic.ts';
import type { FontSubset } from '../fonts/subset.ts';
import type { Theme } from '../validate/schema/theme.ts';
import type { FormatId } from './formats.ts';
import { formats, prepareFonts, type Rendered, type RenderTools } from './index.ts';

/**
 * Render a document in several formats at once, with one subset of its fonts. Reports what the renderers report;
 * `onReady` is told each file while the others are still being made.
 */
export async function renderAll(
  asked: readonly FormatId[],
  document: ReportDocument,
  theme: Theme,
  given: Omit<RenderTools, 'fonts'>,
  onReady: (format: FormatId, file: Rendered) => void = () => undefined,
): Promise<ReadonlyMap<FormatId, Rendered>> {
  let subset: Promise<FontSubset> | undefined;
  const fonts = (): Promise<FontSubset> =>
    (subset ??= prepareFonts(document, theme, given.host, given.diagnostics));
  const rendered = asked.map(async (format): Promise<[FormatId, Rendered]> => {
    const file = await formats[format].render(document, theme, { ...given, fonts });
    onReady(format, file);
    return [format, file];
  });
  return new Map(await allOrFirstError(rendered));
}

/** Wait for all, so that no renderer works on behind an error; an error of the input goes before one of ours. */
async function allOrFirstError<Value>(promises: readonly Promise<Value>[]): Promise<Value[]> {
  const results = await Promise.allSettled(promises);
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  if (reasons.length > 0) throw reasons.find((reason) => reason instanceof ReportError) ?? reasons[0];
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
