import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from '../host.ts';

/** The four faces every output is set in: full static TrueType, so that PDF, charts and Word estimates agree. */
export const faceIds = ['serif-400', 'serif-700', 'sans-400', 'sans-700'] as const;
export type FaceId = (typeof faceIds)[number];

const files: Record<FaceId, readonly [packageName: string, file: string]> = {
  'serif-400': ['@expo-google-fonts/noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf'],
  'serif-700': ['@expo-google-fonts/noto-serif-sc', '700Bold/NotoSerifSC_700Bold.ttf'],
  'sans-400': ['@expo-google-fonts/noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf'],
  'sans-700': ['@expo-google-fonts/noto-sans-sc', '700Bold/NotoSansSC_700Bold.ttf'],
};

export const familyNames = { serif: 'Noto Serif SC', sans: 'Noto Sans SC' } as const;

/** Absolute path of a face's TrueType file in its npm package. */
export function facePath(face: FaceId): string {
  const [packageName, file] = files[face];
  return join(dirname(fileURLToPath(import.meta.resolve(`${packageName}/package.json`))), file);
}

/** Bytes of a face, read once a process: each is 10 to 15 MB. */
export function readFace(host: Host, face: FaceId): Promise<Uint8Array> {
  let bytes = cache.get(face);
  if (!bytes) {
    bytes = host.readBytes(facePath(face));
    cache.set(face, bytes);
  }
  return bytes;
}

const cache = new Map<FaceId, Promise<Uint8Array>>();
