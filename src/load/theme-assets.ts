import { dirname } from 'node:path/posix';
import type { Diagnostics, Place } from '../diagnostics/diagnostic.ts';
import { limits } from '../diagnostics/limits.ts';
import { inspectFont } from '../fonts/inspect-font.ts';
import { FileRefused, type Host } from '../host.ts';
import { reportRefusal } from './report-refusal.ts';
import { inspectPicture, type PictureFacts } from './inspect-picture.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** The files a theme names, read and found to be what they should be. */
export interface ThemeAssets {
  /** By what `cover` calls them: `picture`, `emblem`. */
  readonly pictures: ReadonlyMap<string, PictureFacts & { readonly bytes: Uint8Array }>;
  /** Paths in the project by face and weight: `serif/400`. */
  readonly fonts: ReadonlyMap<string, string>;
  /** The Word file whose styles it takes, not yet opened. */
  readonly reference?: { readonly path: string; readonly bytes: Uint8Array; readonly place: Place };
}

const mebibyte = 1024 * 1024;
/** A cover at 300 dots an inch is 2 MB as JPEG; the largest Chinese faces have 25 MB; of a Word file only styles are read. */
const largest = { picture: 5 * mebibyte, font: 40 * mebibyte, reference: 20 * mebibyte };
const pictureSlots = ['picture', 'emblem'] as const;
const weights = ['400', '700'] as const;

/**
 * Read the pictures, the fonts and the Word file a theme names, each from the folder of the `theme.yaml` that names it. Only a name that
 * folder lists is read. Names that are no names are left to validation. Reports FILE_MISSING, THEME_FILE_TOO_LARGE,
 * THEME_PICTURE and THEME_FONT at the line.
 */
export async function readThemeAssets(
  yaml: YamlFile,
  host: Host,
  diagnostics: Diagnostics,
): Promise<ThemeAssets> {
  const pictures = new Map<string, PictureFacts & { readonly bytes: Uint8Array }>();
  const fonts = new Map<string, string>();
  for (const slot of pictureSlots) {
    const place = ['cover', slot];
    const file = await readNamed(yaml, place, largest.picture, host, diagnostics);
    if (!file) continue;
    const facts = inspectPicture(file.bytes);
    const pixels = facts && Math.ceil((facts.width * facts.height) / 1e6);
    if (pixels !== undefined && pixels > limits.pixels)
      diagnostics.report('LIMIT_EXCEEDED', { limit: 'pixels', found: pixels }, yaml.place(place));
    else if (facts) pictures.set(slot, { ...facts, bytes: file.bytes });
    else diagnostics.report('THEME_PICTURE', { path: file.path }, yaml.place(place));
  }
  for (const [name, family] of families(yaml.value)) {
    for (const weight of weights) {
      const place = ['faces', name, 'files', weight];
      const file = await readNamed(yaml, place, largest.font, host, diagnostics);
      if (!file) continue;
      const fault = inspectFont(file.bytes, family);
      if (fault) diagnostics.report('THEME_FONT', { path: file.path, fault, family }, yaml.place(place));
      else fonts.set(`${name}/${weight}`, file.path);
    }
  }
  const place = ['word', 'reference'];
  const reference = await readNamed(yaml, place, largest.reference, host, diagnostics);
  return { pictures, fonts, ...(reference && { reference: { ...reference, place: yaml.place(place) } }) };
}

async function readNamed(
  yaml: YamlFile,
  place: Path,
  limit: number,
  host: Host,
  diagnostics: Diagnostics,
): Promise<{ readonly path: string; readonly bytes: Uint8Array } | undefined> {
  const name = place.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    yaml.value,
  );
  if (typeof name !== 'string' || /[/\\]/.test(name)) return undefined;
  const at = yaml.place(place);
  const folder = dirname(at.file);
  const path = `${folder}/${name}`;
  const isListed = (await host.list(folder)).includes(name);
  const bytes = isListed ? await bytesOfFile(path, host) : undefined;
  if (bytes instanceof FileRefused) {
    reportRefusal(bytes, diagnostics, at);
    return undefined;
  }
  if (!bytes) {
    diagnostics.report('FILE_MISSING', { path }, at);
    return undefined;
  }
  if (bytes.byteLength <= limit) return { path, bytes };
  const megabytes = (bytes.byteLength / mebibyte).toFixed(1);
  diagnostics.report('THEME_FILE_TOO_LARGE', { path, megabytes, limit: String(limit / mebibyte) }, at);
  return undefined;
}

/** What a file holds; undefined for a folder of that name. */
async function bytesOfFile(path: string, host: Host): Promise<Uint8Array | FileRefused | undefined> {
  try {
    return await host.readBytes(path);
  } catch (error) {
    if (error instanceof FileRefused) return error.reason === 'EISDIR' ? undefined : error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Faces as far as they are written well enough to have fonts. */
function families(value: unknown): [name: string, family: string][] {
  const faces = (value as { faces?: unknown } | null)?.faces;
  return Object.entries(typeof faces === 'object' && faces !== null ? faces : {}).flatMap(
    ([name, face]: [string, unknown]): [string, string][] => {
      const family = (face as { family?: unknown } | null)?.family;
      return typeof family === 'string' ? [[name, family]] : [];
    },
  );
}
