import type { Diagnostics, Place } from '../diagnostics/diagnostic.ts';
import { limits } from '../diagnostics/limits.ts';
import { FileRefused, FileTooLarge, type Host } from '../host.ts';
import { parseTogether } from './parse-together.ts';
import { reportRefusal } from './report-refusal.ts';
import { unprintableIn } from './unprintable.ts';
import type { YamlFile } from './yaml-file.ts';

/** A Handlebars template as written. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
}

/** The YAML files of a folder by their names without the ending, of those `names` accepts; hidden files are not ours. */
export async function readFolder(
  host: Host,
  folder: string,
  diagnostics: Diagnostics,
  ending = '.yaml',
  names = /^[^.]/,
): Promise<Map<string, YamlFile>> {
  const keys = (await host.list(folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .filter((key) => names.test(key));
  const texts = await Promise.all(keys.map((key) => fetchText(host, `${folder}/${key}${ending}`)));
  const fetched = keys.map((key, index) => ({ path: `${folder}/${key}${ending}`, fetched: texts[index] }));
  const parsed = await parseAll(host, fetched, diagnostics);
  return new Map(keys.flatMap((key, index) => (parsed[index] ? [[key, parsed[index]]] : [])));
}

/** Handlebars templates by folder and name: `sections/creation`. */
export async function readTemplates(
  host: Host,
  diagnostics: Diagnostics,
): Promise<Map<string, TemplateFile>> {
  const folders = ['reports', 'sections', 'partials'];
  const lists = await Promise.all(folders.map((folder) => host.list(`templates/${folder}`)));
  const names = folders.flatMap((folder, index) =>
    (lists[index] ?? [])
      .filter((name) => !name.startsWith('.') && name.endsWith('.hbs'))
      .map((name) => `${folder}/${name.slice(0, -4)}`),
  );
  const files = await Promise.all(names.map((name) => fetchText(host, `templates/${name}.hbs`)));
  const templates = new Map<string, TemplateFile>();
  for (const [index, name] of names.entries()) {
    const file = `templates/${name}.hbs`;
    const text = accept(files[index], file, diagnostics);
    if (text === undefined) continue;
    const found = unprintableIn(text);
    if (found)
      diagnostics.report(
        'TEXT_UNPRINTABLE',
        { codePoint: found.codePoint },
        placeIn(text, found.index, file),
      );
    else templates.set(name, { file, text });
  }
  return templates;
}

function placeIn(text: string, index: number, file: string): Place {
  const lines = text.slice(0, index).split('\n');
  return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** A YAML file of the project; undefined when something is wrong with it, which is then reported. */
export async function readYaml(
  host: Host,
  path: string,
  diagnostics: Diagnostics,
): Promise<YamlFile | undefined> {
  const [file] = await parseAll(host, [{ path, fetched: await fetchText(host, path) }], diagnostics);
  return file;
}

interface FetchedFile {
  readonly path: string;
  readonly fetched: Fetched;
}

function parseAll(
  host: Host,
  files: readonly FetchedFile[],
  diagnostics: Diagnostics,
): Promise<(YamlFile | undefined)[]> {
  const texts = files.map(({ path, fetched }) => ({
    path,
    text: textOf(fetched),
    refuse: () => void accept(fetched, path, diagnostics),
  }));
  return parseTogether(host, texts, diagnostics);
}

/** Text of a project file without its byte order mark; a missing, huge or wrongly encoded file is a diagnostic. */
export async function readText(
  host: Host,
  path: string,
  diagnostics: Diagnostics,
): Promise<string | undefined> {
  return accept(await fetchText(host, path), path, diagnostics);
}

/** All files of a report together are more than any report can need. */
class InputsTooLarge extends Error {
  override readonly name = 'InputsTooLarge';
  readonly megabytes: number;

  constructor(megabytes: number) {
    super(`${megabytes} MB`);
    this.megabytes = megabytes;
  }
}

/** A host that reads no more than a report may take in all; from the file on that is too many, all are refused. */
export function limitInputs(host: Host): Host {
  let characters = 0;
  return {
    ...host,
    async readText(path) {
      const text = await host.readText(path);
      characters += text?.length ?? 0;
      const megabytes = Math.ceil(characters / 1024 / 1024);
      if (megabytes > limits.inputs) throw new InputsTooLarge(megabytes);
      return text;
    },
  };
}

/** What is at a path: files are fetched side by side, and what is wrong with them is reported in their order. */
type Fetched = string | FileTooLarge | FileRefused | InputsTooLarge | undefined;

async function fetchText(host: Host, path: string): Promise<Fetched> {
  try {
    return await host.readText(path);
  } catch (error) {
    if (error instanceof FileTooLarge || error instanceof FileRefused || error instanceof InputsTooLarge)
      return error;
    throw error;
  }
}

/** What a file says, where it was read and says it in UTF-8. */
function textOf(fetched: Fetched): string | undefined {
  if (typeof fetched !== 'string' || fetched.includes('\uFFFD')) return undefined;
  return fetched.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

function accept(fetched: Fetched, path: string, diagnostics: Diagnostics): string | undefined {
  const text = textOf(fetched);
  if (text !== undefined) return text;
  const start: Place = { file: path, line: 1, column: 1 };
  if (typeof fetched === 'string') diagnostics.report('FILE_ENCODING', { path }, start);
  else if (fetched === undefined) diagnostics.report('FILE_MISSING', { path }, start);
  else if (fetched instanceof InputsTooLarge)
    diagnostics.report('LIMIT_EXCEEDED', { limit: 'inputs', found: fetched.megabytes }, start);
  else reportRefusal(fetched, diagnostics, start);
  return undefined;
}
