import type { Place } from '../diagnostics/diagnostic.ts';
import type { TemplateFile } from '../load/read-files.ts';

/**
 * Where the templates write a piece of markup: the tree no longer knows which of them it came from. The first place that
 * fits, and the start of the report's own template where none does, as with what several templates make together.
 */
export function markupPlace(
  templates: ReadonlyMap<string, TemplateFile>,
  main: string,
  needles: readonly string[],
): Place {
  const files = [...templates.values()];
  for (const needle of needles) {
    if (needle === '') continue;
    for (const { file, text } of files) {
      const before = text.slice(0, indexOf(text, needle)).split('\n');
      if (indexOf(text, needle) >= 0) return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }; // prettier-ignore
    }
  }
  return { file: templates.get(main)?.file ?? main, line: 1, column: 1 };
}

const indexOf = (text: string, needle: string): number => text.toLowerCase().indexOf(needle.toLowerCase());
