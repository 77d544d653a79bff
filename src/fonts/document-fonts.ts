import { keep, recall, resultName } from '../cache/kept-results.ts';
import type { Host } from '../host.ts';
import { faceIdentity, type Typeface } from './faces.ts';
import { embeddedFaces } from './font-face-css.ts';
import type { FontSubset } from './subset.ts';

/** What there is to know of a document's fonts. */
export interface DocumentFonts extends FontSubset {
  /** Characters that a regular face lacks, each once, face by face. */
  readonly uncovered: readonly string[];
}

type Kept = Pick<DocumentFonts, 'files' | 'uncovered'>;

/**
 * The faces cut to `characters`, and which of these they lack. Kept by content: the faces are 50 MB, and a figure that has changed
 * is set in the digits there were before. Neither they nor what cuts them is loaded where an earlier run has kept the cuts.
 */
export async function documentFonts(
  host: Host,
  characters: string,
  faces: readonly Typeface[],
): Promise<DocumentFonts> {
  const text = [...new Set(characters)].sort().join('');
  const from = await Promise.all(faces.map((face) => faceIdentity(face, host)));
  const name = resultName(host, 'fonts', text, from);
  const kept = await recall<Kept>(host, name);
  if (kept) return { ...kept, css: embeddedFaces(kept.files, faces) };

  const [{ loadMetrics }, { subsetFonts }] = await Promise.all([
    import('./metrics.ts'),
    import('./subset.ts'),
  ]);
  const metrics = await loadMetrics(host, faces);
  const bodies = faces.filter(({ weight }) => weight === 400);
  // In the order of the document.
  const uncovered = [...new Set(bodies.flatMap(({ id }) => metrics.uncoveredCharacters(characters, id)))];
  const cut = await subsetFonts(host, characters, faces);
  if (uncovered.length === 0) await keep(host, name, { files: cut.files, uncovered } satisfies Kept);
  return { ...cut, uncovered };
}
