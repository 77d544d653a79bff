import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { buildOnce, builtThemes, type BuiltTheme } from './project-builds.ts';
import { projectRoot } from './project-copy.ts';

/** Files that take longest of those that need no finished reports. */
const long = [
  'tests/browser/',
  'tests/acceptance/bad-input.test.ts',
  'tests/cli/run.test.ts',
  'tests/golden/',
  'tests/server/',
  'tests/render/pdf/',
  'tests/cli/',
  'tests/load/read-theme.test.ts',
  'tests/render/docx/',
];

/**
 * The order that leaves no worker waiting: the reports all tests share are built from the start, while the long files
 * run that do not need them; then come those that do, and at the end the short ones. Vitest alone would go by size until
 * it has seen how long each file takes.
 */
export class TestOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = (await super.sort(files)).map((file) => ({ file, ...placeOf(file.moduleId) }));
    const asked = builtThemes.filter((theme) => sorted.some(({ themes }) => themes.includes(theme)));
    const folder = files[0]?.project.getProvidedContext().sharedBuilds;
    if (folder !== undefined && asked.length > 0) {
      const stop = new AbortController();
      this.ctx.onClose(() => {
        stop.abort();
      });
      void buildInTurn(folder, asked, stop.signal);
    }
    return sorted.sort((a, b) => a.place - b.place).map(({ file }) => file);
  }
}

async function buildInTurn(
  folder: string,
  themes: readonly BuiltTheme[],
  signal: AbortSignal,
): Promise<void> {
  for (const theme of themes) if (!signal.aborted) await buildOnce(folder, theme, signal);
}

/** Which finished reports a test file asks for, and when it should start. */
function placeOf(path: string): { readonly themes: readonly BuiltTheme[]; readonly place: number } {
  const text = readFileSync(path, 'utf8');
  const name = relative(projectRoot, path).replaceAll('\\', '/');
  const listed = long.findIndex((start) => name.startsWith(start));
  if (!text.includes('builtReports(')) return { themes: [], place: listed < 0 ? 102 : listed };
  const inBoth = text.includes("'gongwen'");
  return { themes: inBoth ? builtThemes : ['whitepaper'], place: inBoth ? 101 : 100 };
}
