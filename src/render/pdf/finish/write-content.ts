import type { ContentPiece } from './content.ts';

/** What becomes of marked content: it stays, is no part of the document, or is no longer there. */
export type MarkFate = 'keep' | 'artifact';

/**
 * The content stream with everything that is painted either marked as content or as an artifact (ISO 14289-1, 7.1):
 * text above or below all content of the page as its head or foot, whatever else as decoration.
 */
export function writeContent(pieces: readonly ContentPiece[], fate: (mark: number) => MarkFate): string {
  const kept = (piece: ContentPiece): boolean => piece.mark !== undefined && fate(piece.mark.id) === 'keep';
  const extent = pieces.filter(kept).flatMap(({ baselines }) => baselines);
  const top = Math.max(...extent);
  const bottom = Math.min(...extent);
  const lines: string[] = [];
  let artifact: string | undefined;
  const begin = (next: string | undefined): void => {
    if (next === artifact) return;
    if (artifact !== undefined) lines.push('EMC');
    if (next !== undefined) lines.push(next);
    artifact = next;
  };
  for (const piece of pieces) {
    if (kept(piece)) begin(undefined);
    else if (piece.paints) begin(artifactOf(piece, top, bottom));
    if (kept(piece)) lines.push(`${piece.mark?.begin ?? ''}BDC`, ...piece.lines, 'EMC');
    else lines.push(...piece.lines);
  }
  begin(undefined);
  return lines.join('\n');
}

function artifactOf({ baselines: [baseline] }: ContentPiece, top: number, bottom: number): string {
  if (baseline === undefined) return '/Artifact BMC';
  if (baseline > top) return '/Artifact <</Type/Pagination/Subtype/Header>>BDC';
  return baseline < bottom
    ? '/Artifact <</Type/Pagination/Subtype/Footer>>BDC'
    : '/Artifact <</Type/Pagination>>BDC';
}
