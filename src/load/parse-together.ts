import { sha256 } from '../cache/digest.ts';
import { keep, recall, resultName } from '../cache/kept-results.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { Outline } from './outline.ts';
import { placedYaml } from './placed-yaml.ts';
import { parseParts, type ParsedYaml, type YamlFile } from './yaml-file.ts';

/** A YAML file to be parsed; without a text where it could not be read, which `refuse` reports. */
export interface YamlText {
  readonly path: string;
  readonly text: string | undefined;
  readonly refuse: () => void;
}

/** What is kept of a file: most are never asked where anything stands, so that the outline remains a text until then. */
interface Kept {
  readonly value: unknown;
  readonly outline: string;
}

/**
 * Files as they were last read, by path: a run over several reports, and every run of the preview, meets the same
 * catalogue again, and to parse it is most of what loading takes. What is read is never changed.
 */
const lastRead = new Map<string, { readonly text: string; readonly file: YamlFile }>();

/**
 * Parse files that are read together, and keep together what was found in them: of many small results reading is most of the
 * price. What is wrong with one is reported, it is undefined, and nothing is kept.
 */
export async function parseTogether(
  host: Host,
  files: readonly YamlText[],
  diagnostics: Diagnostics,
): Promise<(YamlFile | undefined)[]> {
  const known = files.map(({ path, text }) => {
    const last = lastRead.get(path);
    return last && last.text === text ? last.file : undefined;
  });
  const texts = files.flatMap(({ text }, index) => (text === undefined || known[index] ? [] : [text]));
  // Somebody is editing; to parse the one file again is less than to keep each state of it.
  const isEdited = files.some(
    ({ path, text }, index) => text !== undefined && !known[index] && lastRead.has(path),
  );
  const isKept = texts.length > 0 && !isEdited;
  const name = isKept ? resultName(host, 'yaml', texts.map(sha256)) : '';
  const recalled = isKept ? [...((await recall<readonly Kept[]>(host, name)) ?? [])] : [];
  const isMade = recalled.length === 0;
  const made: ParsedYaml[] = [];
  const parsed = files.map(({ path, text, refuse }, index) => {
    if (text === undefined) {
      refuse();
      return undefined;
    }
    if (known[index]) return known[index];
    const kept = recalled.shift();
    const parts = kept ? undefined : parseParts(text, path, diagnostics);
    const found = kept ?? parts;
    if (!found) return undefined;
    if (parts) made.push(parts);
    const file = placedYaml(path, text, found.value, () => outlineFrom(found));
    lastRead.set(path, { text, file });
    return file;
  });
  const isSound = made.length === texts.length && made.every(({ hasAliases }) => !hasAliases);
  if (isKept && isMade && isSound) {
    const all = made.map(({ value, outline }): Kept => ({ value, outline: JSON.stringify(outline) }));
    await keep(host, name, all);
  }
  return parsed;
}

const outlineFrom = ({ outline }: Kept | ParsedYaml): Outline | null =>
  typeof outline === 'string' ? (JSON.parse(outline) as Outline | null) : outline;
