import { fileURLToPath } from 'node:url';
import { bundledFaces, readFace, type Typeface } from '../fonts/faces.ts';
import type { Host } from '../host.ts';

/** Something the preview serves beside the page. */
export interface Asset {
  readonly type: string;
  /** Seconds a browser may keep it. */
  readonly maxAge: number;
  readonly read: () => Promise<Uint8Array>;
}

const clientFiles: Readonly<Record<string, string>> = {
  'preview.js': 'text/javascript; charset=utf-8',
  'flash-figures.js': 'text/javascript; charset=utf-8',
  'check-list.js': 'text/javascript; charset=utf-8',
  'panel.js': 'text/javascript; charset=utf-8',
  'patch-page.js': 'text/javascript; charset=utf-8',
  'problem-item.js': 'text/javascript; charset=utf-8',
  'words.js': 'text/javascript; charset=utf-8',
  'panel.css': 'text/css; charset=utf-8',
  'marks.css': 'text/css; charset=utf-8',
};

/** Addresses of the script a page starts with, and of the style sheet for marks on it. */
export const clientScriptPath = '/client/preview.js';
export const marksStylePath = '/client/marks.css';

/** Address of one face. */
export function fontPath({ id }: Typeface): string {
  return `/fonts/${id}.ttf`;
}

/**
 * All assets by address. A request is looked up here and nowhere else: no part of an address ever becomes a path.
 * Client files are in memory from the start; the faces, 10 to 15 MB each, when a page first asks for them.
 */
export async function loadAssets(host: Host): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const [name, type] of Object.entries(clientFiles)) {
    const bytes = await host.readBytes(
      fileURLToPath(new URL(`../../src/server/client/${name}`, import.meta.url)),
    );
    assets.set(`/client/${name}`, { type, maxAge: 0, read: () => Promise.resolve(bytes) });
  }
  for (const face of bundledFaces) {
    assets.set(fontPath(face), { type: 'font/ttf', maxAge: 3600, read: () => readFace(host, face) });
  }
  return assets;
}
