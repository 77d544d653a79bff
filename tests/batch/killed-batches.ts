import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProject, projectRoot, type ProjectCopy } from '../project-copy.ts';
import { setIn } from '../write/what-stands.ts';

/** How a batch is run. */
export interface BatchRun {
  readonly version?: 'a' | 'b';
  readonly out?: string;
  readonly more?: readonly string[];
  /** A file a worker breaks at, and how (`break-worker.js`). */
  readonly broken?: { readonly file: string; readonly by: 'hang' | 'memory' };
}

/** Two versions of a project with several reports, built all of them by processes of their own. */
export class KilledBatches {
  readonly folder = mkdtempSync(join(tmpdir(), 'whitepaper-batch-'));
  readonly out = join(this.folder, 'out');
  /** Where the builds put what is temporary. */
  readonly temporary = join(this.folder, 'tmp');
  readonly #copies = new Map<'a' | 'b', ProjectCopy>();
  /** The files of an undisturbed build, and whose they are. */
  readonly #complete = new Map<string, string>();

  /** Build both versions undisturbed; the reports there are. */
  async prepare(formats: string): Promise<string[]> {
    mkdirSync(this.temporary);
    let reports: string[] = [];
    for (const version of ['a', 'b'] as const) {
      const copy = await copyProject(this.folder);
      this.#copies.set(version, copy);
      if (version === 'b')
        await copy.edit('templates/locales/zh-CN.yaml', 'cover.sample: 样例', 'cover.sample: 样本');
      const out = this.#undisturbed(version);
      const { status, said } = await this.run({ version, out, more: ['--format', formats] }).ended;
      if (status !== 0) throw new Error(`An undisturbed batch ended with ${String(status)}:\n${said}`);
      reports = readdirSync(out).sort();
      for (const report of reports) this.#complete.set(setIn(join(out, report)), version);
    }
    return reports;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Put the set of a version where the next batch builds. */
  lay(version: 'a' | 'b'): void {
    rmSync(this.out, { recursive: true, force: true });
    cpSync(this.#undisturbed(version), this.out, { recursive: true });
  }

  #undisturbed(version: 'a' | 'b'): string {
    return join(this.folder, version);
  }

  /** Start a batch of all reports. `told` is called with all it has said so far. */
  run({ version = 'a', out = this.out, more = [], broken }: BatchRun, told?: (said: string) => void) {
    const breaking = broken ? ['--import', './tests/batch/break-worker.js'] : [];
    const program = [...breaking, 'bin/whitepaper.js', 'build', '--all', '--workers', '2', '--out', out];
    const child = spawn(process.execPath, [...program, ...more], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        LC_ALL: 'zh_CN.UTF-8',
        WHITEPAPER_ROOT: this.#copies.get(version)?.root ?? '',
        WHITEPAPER_CACHE: join(this.folder, 'results'),
        TMPDIR: this.temporary,
        ...(broken && { BREAK_AT: broken.file, BREAK_BY: broken.by }),
        // Enough for any report there is, and soon used up.
        ...(broken?.by === 'memory' && { NODE_OPTIONS: '--max-old-space-size=400' }),
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Uint8Array) => {
        said += new TextDecoder().decode(text);
        told?.(said);
      });
    const ended = once(child, 'close').then(([status, signal]) => ({
      status: status as number | null,
      signal: signal as NodeJS.Signals | null,
      said,
    }));
    return { child, ended };
  }

  /** The version of each report that stands in the folder; throws where it is none that was ever complete. */
  standing(out = this.out): Record<string, string> {
    const names = readdirSync(out).filter((name) => !name.startsWith('.whitepaper-') && name !== 'filler');
    const found = names.sort().map((name) => {
      const set = setIn(join(out, name));
      const version = this.#complete.get(set);
      if (version === undefined) throw new Error(`A mixed or incomplete set of ${name}:\n${set}`);
      return [name, version] as const;
    });
    return Object.fromEntries(found);
  }

  /** Hidden files beside the reports. */
  leftovers(out = this.out): string[] {
    return existsSync(out) ? readdirSync(out).filter((name) => name.startsWith('.')) : [];
  }
}
