import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../cache/digest.ts';
import type { Host } from '../host.ts';

/** One font file something is set in. */
export interface Typeface {
  /** ASCII, unique among the faces of a theme: `serif-400` for a bundled one, `own-serif-400` for a theme's own. */
  readonly id: string;
  readonly family: string;
  readonly weight: 400 | 700;
  /** Absolute for a bundled file, relative to the project for a theme's own. */
  readonly path: string;
}

/** What a theme says of one of its faces, as far as files depend on it. */
export interface FaceFiles {
  readonly family: string;
  /** Paths in the project; the family is a bundled one without. */
  readonly files?: { readonly 400: string; readonly 700?: string | undefined } | undefined;
}

const bundles = [
  ['serif', 'Noto Serif SC', 400, '@expo-google-fonts/noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf'],
  ['serif', 'Noto Serif SC', 700, '@expo-google-fonts/noto-serif-sc', '700Bold/NotoSerifSC_700Bold.ttf'],
  ['sans', 'Noto Sans SC', 400, '@expo-google-fonts/noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf'],
  ['sans', 'Noto Sans SC', 700, '@expo-google-fonts/noto-sans-sc', '700Bold/NotoSansSC_700Bold.ttf'],
] as const; // prettier-ignore

/** The four faces that come along: full static TrueType, so that PDF, charts and Word estimates agree. */
export const bundledFaces: readonly Typeface[] = bundles.map(([name, family, weight, packageName, file]) => ({
  id: `${name}-${weight}`,
  family,
  weight,
  path: join(dirname(fileURLToPath(import.meta.resolve(`${packageName}/package.json`))), file),
}));

/** Families `files` may be left out for. */
export const bundledFamilies: readonly string[] = [...new Set(bundledFaces.map(({ family }) => family))];

/**
 * The font files of a theme, each family and weight once. A face of its own without a bold file has the regular one in
 * both weights: a browser would thicken it otherwise, and print shapes instead of letters.
 */
export function typefacesOf(faces: Readonly<Record<string, FaceFiles>>): Typeface[] {
  const found = new Map<string, Typeface>();
  for (const [name, { family, files }] of Object.entries(faces)) {
    const own = files && [
      { id: `own-${name}-400`, family, weight: 400 as const, path: files[400] },
      { id: `own-${name}-700`, family, weight: 700 as const, path: files[700] ?? files[400] },
    ];
    for (const face of own ?? bundledFaces.filter((bundled) => bundled.family === family)) {
      const key = `${face.family}/${String(face.weight)}`;
      if (!found.has(key)) found.set(key, face);
    }
  }
  return [...found.values()];
}

/** The file a family is set in at a weight. Throws where `faces` has none. */
export function typefaceFor(faces: readonly Typeface[], family: string, weight: number): Typeface {
  const found = faces.find((face) => face.family === family && face.weight === weight);
  if (!found) throw new Error(`No font file of ${family} ${String(weight)}`);
  return found;
}

/** What results made with a face depend on: a bundled file is part of the program, a theme's own counts by its content. */
export async function faceIdentity(face: Typeface, host: Host): Promise<unknown> {
  const { id, family, weight, path } = face;
  return [id, family, weight, isAbsolute(path) ? '' : sha256(await readFace(host, face))];
}

/** Absolute path of a face's file. */
export function facePath(face: Typeface, host: Pick<Host, 'root'>): string {
  return isAbsolute(face.path) ? face.path : join(host.root, face.path);
}

/** Bytes of a face. Bundled ones are read once a process: each is 10 to 15 MB, and none changes. */
export function readFace(host: Host, face: Typeface): Promise<Uint8Array> {
  if (!isAbsolute(face.path)) return host.readBytes(face.path);
  let bytes = cache.get(face.path);
  if (!bytes) {
    bytes = host.readBytes(face.path);
    cache.set(face.path, bytes);
  }
  return bytes;
}

const cache = new Map<string, Promise<Uint8Array>>();
