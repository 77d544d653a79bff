import type { Diagnostics, Place } from '../diagnostics/diagnostic.ts';
import { FileTooLarge, maximumInputBytes, type Host } from '../host.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

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
  const files = new Map<string, YamlFile>();
  for (const name of await host.list(folder)) {
    const key = name.slice(0, -ending.length);
    if (!name.endsWith(ending) || !names.test(key)) continue;
    const file = await readYaml(host, `${folder}/${name}`, diagnostics);
    if (file) files.set(key, file);
  }
  return files;
}

/** Handlebars templates by folder and name: `sections/creation`. */
export async function readTemplates(
  host: Host,
  diagnostics: Diagnostics,
): Promise<Map<string, TemplateFile>> {
  const templates = new Map<string, TemplateFile>();
  for (const folder of ['reports', 'sections', 'partials']) {
    for (const name of await host.list(`templates/${folder}`)) {
      if (name.startsWith('.') || !name.endsWith('.hbs')) continue;
      const file = `templates/${folder}/${name}`;
      const text = await readText(host, file, diagnostics);
      if (text !== undefined) templates.set(`${folder}/${name.slice(0, -4)}`, { file, text });
    }
  }
  return templates;
}

/**
 * Files as they were last read, by path: a run over several reports, and every run of the preview, meets the same
 * catalogue again, and to parse it is most of what loading takes. What is read is never changed.
 */
const lastRead = new Map<string, { readonly text: string; readonly file: YamlFile }>();

/** A YAML file of the project; undefined when something is wrong with it, which is then reported. */
export async function readYaml(
  host: Host,
  path: string,
  diagnostics: Diagnostics,
): Promise<YamlFile | undefined> {
  const text = await readText(host, path, diagnostics);
  if (text === undefined) return undefined;
  const last = lastRead.get(path);
  if (last?.text === text) return last.file;
  const file = parseYaml(text, path, diagnostics);
  if (file) lastRead.set(path, { text, file });
  return file;
}

/** Text of a project file without its byte order mark; a missing, huge or wrongly encoded file is a diagnostic. */
export async function readText(
  host: Host,
  path: string,
  diagnostics: Diagnostics,
): Promise<string | undefined> {
  const start: Place = { file: path, line: 1, column: 1 };
  try {
    const text = await host.readText(path);
    if (text === undefined) diagnostics.report('FILE_MISSING', { path }, start);
    else if (text.includes('\uFFFD')) diagnostics.report('FILE_ENCODING', { path }, start);
    else return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  } catch (error) {
    if (!(error instanceof FileTooLarge)) throw error;
    const megabytes = (error.bytes / 1024 / 1024).toFixed(1);
    const limit = String(maximumInputBytes / 1024 / 1024);
    diagnostics.report('FILE_TOO_LARGE', { path, megabytes, limit }, start);
  }
  return undefined;
}
