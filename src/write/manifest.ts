import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { typefacesOf, type Typeface } from '../fonts/faces.ts';
import type { Host } from '../host.ts';
import type { DocxOptions } from '../render/docx/docx-options.ts';
import type { FormatId } from '../render/formats.ts';
import type { Rendered } from '../render/index.ts';
import { sha256 } from '../cache/digest.ts';
import type { Made } from './made.ts';

/** What a build was made of and what came out: enough to tell whether two builds should be, and are, the same. */
export interface Manifest {
  /** As in the properties of the DOCX. */
  readonly id: string;
  readonly tool: { readonly name: string; readonly version: string; readonly node: string };
  readonly report: Record<'region' | 'period' | 'theme' | 'language' | 'date', string>;
  /** What was asked for, so that the same can be asked for again. */
  readonly asked: { readonly formats: readonly FormatId[]; readonly docx: DocxOptions };
  readonly browser?: { readonly version: string };
  readonly fonts: Readonly<Record<string, string>>;
  /** SHA-256 of every project file read. */
  readonly inputs: Readonly<Record<string, string>>;
  /** SHA-256 of the number ledger and the checks beside the documents. */
  readonly records: Readonly<Record<string, string>>;
  readonly outputs: Readonly<
    Record<string, { readonly sha256: string; readonly bytes: number; readonly pages?: number }>
  >;
}

/** Assemble `manifest.json`. It holds no time and no machine's paths, so that equal builds have equal manifests. */
export async function createManifest(
  { document, inputs, rendered, docx, seen, browser }: Omit<Made, 'facts' | 'checks' | 'changes'>,
  outputs: ReadonlyMap<string, Rendered>,
  records: ReadonlyMap<string, Uint8Array | string>,
  host: Host,
): Promise<Manifest> {
  const { name, version } = host.programName();
  const { request, region, period, language, head, theme } = inputs;
  return {
    id: document.meta.build?.id ?? '',
    tool: { name, version, node: process.version },
    report: {
      region: region.id,
      period: request.period || period,
      theme: theme.id,
      language,
      date: head.date,
    },
    asked: { formats: [...rendered.keys()], docx },
    ...(browser && { browser: { version: browser.version } }),
    fonts: Object.fromEntries(
      await Promise.all(
        typefacesOf(theme.tokens.faces).map(async (face) => [face.id, await fontOf(face, host)] as const),
      ),
    ),
    inputs: Object.fromEntries([...seen.files].sort(([a], [b]) => (a < b ? -1 : 1))),
    records: Object.fromEntries([...records].map(([file, content]) => [file, sha256(content)])),
    outputs: Object.fromEntries(
      [...outputs].map(([file, { bytes, pages }]) => [
        file,
        { sha256: sha256(bytes), bytes: bytes.length, ...(pages !== undefined && { pages }) },
      ]),
    ),
  };
}

/** A face's file in the project, or its package, version and file: `@expo-google-fonts/noto-sans-sc@0.4.3/700Bold/NotoSansSC_700Bold.ttf`. */
async function fontOf({ path }: Typeface, host: Host): Promise<string> {
  if (!isAbsolute(path)) return path;
  const folder = dirname(dirname(path));
  const bytes = await host.readBytes(join(folder, 'package.json'));
  const { name, version } = JSON.parse(new TextDecoder().decode(bytes)) as { name: string; version: string };
  return `${name}@${version}/${relative(folder, path).split(sep).join('/')}`;
}
