import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Names and digests of a report's files, each as its manifest says; a line for each. */
export function setIn(folder: string): string {
  const digest = (file: string): string =>
    createHash('sha256')
      .update(new Uint8Array(readFileSync(join(folder, file))))
      .digest('hex');
  const files = readdirSync(folder).sort();
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    records: Record<string, string>;
    outputs: Record<string, { sha256: string }>;
  };
  const promised = new Map(Object.entries(manifest.records));
  for (const [file, { sha256 }] of Object.entries(manifest.outputs)) promised.set(file, sha256);
  for (const [file, sha256] of promised) {
    if (!files.includes(file)) throw new Error(`${file} is missing`);
    if (digest(file) !== sha256) throw new Error(`${file} is not what the manifest says`);
  }
  return files.map((file) => `${file} ${digest(file)}`).join('\n');
}

/** Everything below a folder for temporary things. */
export function temporaryFilesIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter((path) => !/^whitepaper-\d+([\\/]running)?$/.test(path));
}

/** Processes of browsers with their profiles in a folder; none but on Linux. */
export function browserProcesses(temporary: string): { readonly id: number; readonly command: string }[] {
  if (process.platform !== 'linux') return [];
  const ids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  const all = ids.map((id) => ({ id: Number(id), command: commandOf(id) }));
  return all.filter(({ command }) => command.includes(`--user-data-dir=${temporary}`));
}

/** Command lines of these, those that are still ending given a while. */
export async function browsersWith(temporary: string): Promise<string[]> {
  let running: string[] = [];
  for (let tries = 0; tries < 50; tries += 1) {
    running = browserProcesses(temporary).map(({ command }) => command);
    if (running.length === 0) break;
    await setTimeout(100);
  }
  return running;
}

function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
