import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledFaces, readFace, type Typeface } from '../fonts/faces.ts';
import type { Host } from '../host.ts';

/** Something the preview serves beside the pages. */
export interface Asset {
  readonly type: string;
  /** Seconds a browser may keep it. */
  readonly maxAge: number;
  readonly read: () => Promise<Uint8Array>;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Files of packages the browser needs, by address; of two builds the one that current Firefox and Safari can read, too. */
const libraries: Readonly<Record<string, string>> = {
  '/library/pdf.mjs': 'pdfjs-dist/legacy/build/pdf.min.mjs',
  '/library/pdf.worker.mjs': 'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
};

/** Addresses of the script the preview starts with, of its style sheets, and of the style sheet for marks on the draft. */
export const clientScriptPath = '/client/preview.js';
export const marksStylePath = '/client/draft/marks.css';

/** Address of one face. */
export function fontPath({ id }: Typeface): string {
  return `/fonts/${id}.ttf`;
}

/**
 * All assets by address. A request is looked up here and nowhere else: no part of an address ever becomes a path.
 * Client files are in memory from the start; libraries and the faces, 10 to 15 MB each, when a page first asks for them.
 */
export async function loadAssets(host: Host): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  const root = fileURLToPath(new URL('../../src/server/client', import.meta.url));
  for (const file of await filesIn(host, root)) {
    const type = types[extname(file)];
    if (type === undefined) continue;
    const bytes = await host.readBytes(join(root, file));
    assets.set(`/client/${file}`, { type, maxAge: 0, read: () => Promise.resolve(bytes) });
  }
  const { resolve } = createRequire(import.meta.url);
  for (const [address, module] of Object.entries(libraries)) {
    const type = types[extname(address)] ?? '';
    assets.set(address, { type, maxAge: 3600, read: () => host.readBytes(resolve(module)) });
  }
  for (const face of bundledFaces) {
    assets.set(fontPath(face), { type: 'font/ttf', maxAge: 3600, read: () => readFace(host, face) });
  }
  return assets;
}

/** Style sheets of the client but that of the draft, in the order of their addresses. */
export function clientStyles(assets: ReadonlyMap<string, Asset>): string[] {
  return [...assets.keys()].filter((address) => address.endsWith('.css') && address !== marksStylePath);
}

/** Files in a folder and the folders in it, with forward slashes; one level is all the client has. */
async function filesIn(host: Host, root: string): Promise<string[]> {
  const names = await host.list(root);
  const files = names.map(async (name) => {
    if (extname(name) !== '') return [name];
    return (await host.list(join(root, name))).map((file) => `${name}/${file}`);
  });
  return (await Promise.all(files)).flat();
}
