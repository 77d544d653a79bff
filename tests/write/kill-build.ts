import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { copyProject, projectRoot, type ProjectCopy } from '../project-copy.ts';

/** The report that is built fastest. */
const report = { region: 'ningbo', period: '2020' };
const name = `${report.region}-${report.period}`;

/** How and when a build is ended. */
export interface Ending {
  readonly signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT';
  /** Milliseconds after the start, or after the first file of the new set lies on the disk. */
  readonly after: 'start' | 'staging';
  readonly milliseconds: number;
  readonly formats: string;
}

/** What was found when a build had ended. */
export interface Found {
  /** The version whose complete set stands in the folder. */
  readonly standing: string;
  /** Hidden files beside it. */
  readonly leftovers: readonly string[];
  readonly status: number | null;
}

/** Two versions of a project, and one folder they are built into by processes that do not live long. */
export class KilledBuilds {
  folder = '';
  readonly #copies: ProjectCopy[] = [];
  /** For each version and choice of formats the files of an undisturbed build, by name with their digests. */
  readonly #complete = new Map<string, string>();

  get out(): string {
    return join(this.folder, 'out');
  }

  /** Where the builds put what is temporary. */
  get temporary(): string {
    return join(this.folder, 'tmp');
  }

  async prepare(formats: readonly string[]): Promise<void> {
    this.folder = mkdtempSync(join(tmpdir(), 'whitepaper-kill-'));
    mkdirSync(this.temporary);
    for (const version of ['a', 'b']) {
      const copy = await copyProject(this.folder);
      this.#copies.push(copy);
      if (version === 'b')
        await copy.edit(`data/${report.region}/${report.period}.yaml`, "'2021-12-31'", "'2021-12-30'");
      for (const chosen of formats) {
        const out = join(this.folder, `${version}-${chosen}`);
        const [status] = (await once(this.start(version, chosen, out), 'exit')) as [number];
        if (status !== 0) throw new Error(`An undisturbed build ended with ${String(status)}.`);
        this.#complete.set(digests(join(out, name)), version);
      }
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  start(version: string, formats: string, out = this.out, ...more: string[]): ChildProcess {
    const root = this.#copies[version === 'a' ? 0 : 1]?.root ?? '';
    const asked = ['--region', report.region, '--format', formats, '--out', out, ...more];
    return spawn(process.execPath, ['bin/whitepaper.js', 'build', report.period, ...asked], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, WHITEPAPER_ROOT: root, TMPDIR: this.temporary },
    });
  }

  /** Build a version over the one that stands there, and end the build. */
  async end(version: string, ending: Ending): Promise<Found> {
    const begun = staging(this.out);
    const build = this.start(version, ending.formats);
    const gone = once(build, 'exit');
    if (ending.after === 'staging') await Promise.race([begun.seen, gone]);
    await Promise.race([setTimeout(ending.milliseconds), gone]);
    begun.stop();
    build.kill(ending.signal);
    const [status] = (await gone) as [number | null];
    return { ...this.look(), status };
  }

  /** The version that stands in the folder; throws where it is none that was ever complete. */
  look(): Omit<Found, 'status'> {
    const standing = this.#complete.get(digests(join(this.out, name)));
    if (standing === undefined)
      throw new Error(`A mixed or incomplete set:\n${digests(join(this.out, name))}`);
    const leftovers = readdirSync(this.out).filter((entry) => entry !== name);
    if (leftovers.some((entry) => !entry.startsWith('.whitepaper-'))) throw new Error(leftovers.join(' '));
    return { standing, leftovers };
  }

  /** Everything below the folder for temporary things. */
  temporaryFiles(): string[] {
    const all = readdirSync(this.temporary, { recursive: true, encoding: 'utf8' });
    return all.filter((path) => !/^whitepaper-\d+([\\/]running)?$/.test(path));
  }

  /** Command lines of browsers that work for these builds, those that are still ending given a while; none but on Linux. */
  async browsers(): Promise<string[]> {
    let running: string[] = [];
    for (let tries = 0; tries < 50; tries += 1) {
      running = commandLines().filter((line) => line.includes(`--user-data-dir=${this.temporary}`));
      if (running.length === 0) break;
      await setTimeout(100);
    }
    return running;
  }
}

/** Names and digests of a report's files, each as its manifest says; a line for each. */
function digests(folder: string): string {
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

/** Resolves when a new set begins to be written beside the old one. */
function staging(out: string): { readonly seen: Promise<void>; readonly stop: () => void } {
  let stop = (): void => undefined;
  const seen = new Promise<void>((resolve) => {
    const watcher = watch(out, (_, file) => {
      if (file?.endsWith('.new')) resolve();
    });
    stop = () => {
      watcher.close();
    };
  });
  return { seen, stop };
}

function commandLines(): string[] {
  if (process.platform !== 'linux') return [];
  const ids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return ids.map((id) => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  });
}

/** Endings at random moments: most of them while the files are being written, which is the shortest part of the run. */
export function randomEndings(seed: number, count: number): Ending[] {
  const random = generator(seed);
  return Array.from({ length: count }, (_, index) => {
    // With a browser a build takes longer.
    const formats = count >= 100 && index % 20 === 19 ? 'html,pdf' : 'html';
    return random() < 0.6
      ? { signal: 'SIGKILL', after: 'staging', milliseconds: random() * 40, formats }
      : {
          signal: 'SIGKILL',
          after: 'start',
          milliseconds: random() * (formats === 'html' ? 2500 : 6000),
          formats,
        };
  });
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
