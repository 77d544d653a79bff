import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Random = () => number;

/** What people do to a line; undefined where it cannot be done to this one. */
const edits: Readonly<Record<string, (line: string, random: Random) => string | undefined>> = {
  digit: (line, random) => replaceOne(line, /[1-9]/g, String(1 + Math.floor(random() * 9)), random),
  word: (line, random) => replaceOne(line, /[\u4e00-\u9fff]/g, '新', random),
  comment: (line) => (/^\s*[\w-]+:.*[^|>]$/.test(line) ? `${line} # 记` : undefined),
  blank: (line) => `${line}\n`,
  remove: () => '',
  twice: (line) => `${line}\n${line}`,
};

/** One edit: what to do and to undo. */
export interface Edit {
  readonly what: string;
  readonly undo: () => void;
}

/** Change one line of one file of a project, as somebody at work might; now and then a file is added or taken away. */
export function editProject(root: string, random: Random): Edit {
  const files = ['data', 'seeds', 'templates'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:yaml|hbs|css)$/.test(name))
      .map((name) => join(folder, name)),
  );
  const file = pick(files.sort(), random);
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const undo = (): void => {
    writeFileSync(path, before);
  };
  if (random() < 0.04) {
    rmSync(path);
    return { what: `${file} removed`, undo };
  }
  if (random() < 0.04) {
    const added = path.replace(/([^/]+)$/, 'added-$1');
    writeFileSync(added, before);
    return { what: `${file} copied`, undo: () => { rmSync(added); } }; // prettier-ignore
  }
  for (;;) {
    const lines = before.split('\n');
    const at = Math.floor(random() * lines.length);
    const [name, edit] = pick(Object.entries(edits), random);
    const line = edit(lines[at]!, random);
    if (line === undefined) continue;
    lines[at] = line;
    writeFileSync(path, lines.join('\n'));
    return { what: `${file}:${String(at + 1)} ${name}`, undo };
  }
}

function replaceOne(line: string, pattern: RegExp, by: string, random: Random): string | undefined {
  const found = [...line.matchAll(pattern)];
  if (found.length === 0) return undefined;
  const { index } = pick(found, random);
  return line.slice(0, index) + by + line.slice(index + 1);
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)]!;
}
