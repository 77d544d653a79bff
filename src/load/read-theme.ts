import type { Diagnostics, Place } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { mergeYaml } from './merge-yaml.ts';
import { readText, readYaml } from './read-files.ts';
import { readThemeAssets, type ThemeAssets } from './theme-assets.ts';
import type { YamlFile } from './yaml-file.ts';

/** A theme with all it extends, and the files its `theme.yaml` names. */
export interface ThemeSources {
  readonly yaml: YamlFile;
  /** Style sheets in the order they apply: those of the theme it extends first. */
  readonly css: string;
  readonly assets: ThemeAssets;
}

/** A theme's style sheets, in the order they are read: both, paper alone, screens alone. */
const styleSheets = ['text.css', 'print.css', 'screen.css'] as const;

export const themesFolder = 'templates/themes';
const idPattern = /^[a-z][a-z0-9-]*$/;

/**
 * Read a theme and the themes it extends as one. A theme that extends none has all three style sheets; others those
 * they need. Reports THEME_UNKNOWN and THEME_CIRCLE; undefined after either, or where a file cannot be read.
 */
export async function readTheme(
  name: string,
  host: Host,
  diagnostics: Diagnostics,
): Promise<ThemeSources | undefined> {
  const existing = await themeNames(host);
  const chain: { readonly yaml: YamlFile; readonly css: string }[] = [];
  const seen: string[] = [];
  let next: { readonly name: string; readonly place?: Place } | undefined = { name };
  while (next) {
    const { name: id, place } = next;
    if (!idPattern.test(id) || !existing.includes(id)) {
      diagnostics.report('THEME_UNKNOWN', { name: id, existing }, place);
      return undefined;
    }
    if (seen.includes(id)) {
      diagnostics.report('THEME_CIRCLE', { names: [...seen.slice(seen.indexOf(id)), id] }, place);
      return undefined;
    }
    seen.push(id);
    const yaml = await readYaml(host, `${themesFolder}/${id}/theme.yaml`, diagnostics);
    if (!yaml) return undefined;
    const parent: unknown = (yaml.value as { extends?: unknown } | null)?.extends;
    next = typeof parent === 'string' ? { name: parent, place: yaml.place(['extends']) } : undefined;
    chain.unshift({ yaml, css: await readStyleSheets(id, next === undefined, host, diagnostics) });
  }
  const yaml = chain.map((theme) => theme.yaml).reduce(mergeYaml);
  const css = chain.map((theme) => theme.css).join('\n');
  return { yaml, css, assets: await readThemeAssets(yaml, host, diagnostics) };
}

/** Folders that hold a theme; a folder without `theme.yaml` is something else. */
export async function themeNames(host: Host): Promise<string[]> {
  const names = await host.list(themesFolder);
  const files = await Promise.all(names.map((name) => host.list(`${themesFolder}/${name}`)));
  return names.filter((_, index) => files[index]?.includes('theme.yaml') === true);
}

async function readStyleSheets(
  id: string,
  all: boolean,
  host: Host,
  diagnostics: Diagnostics,
): Promise<string> {
  const folder = `${themesFolder}/${id}`;
  const present = await host.list(folder);
  const wanted = styleSheets.filter((file) => all || present.includes(file));
  const css = await Promise.all(wanted.map((file) => readText(host, `${folder}/${file}`, diagnostics)));
  return css.join('\n');
}
