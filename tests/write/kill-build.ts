import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { copyProject, projectRoot, type ProjectCopy } from '../project-copy.ts';
import { randomFrom } from '../reuse/random.ts';
import { browsersWith, setIn, temporaryFilesIn } from './what-stands.ts';

/** The report that is built fastest. */
const report = { region: 'ningbo', period: '2020' };
const name = `${report.region}-${report.period}`;

/** What is built, and whether what earlier builds have kept may be used. */
export interface Work {
  readonly formats: string;
  readonly cache: boolean;
}

/** How and when a build is ended. */
export interface Ending extends Work {
  readonly signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT';
  /**
   * What the moment is told by: the end of a stage, 0 being the start; the first file of the new set on the disk; or a step of its writing, at
   * which the build ends itself.
   */
  readonly after: number | 'staging' | 'step';
  /** From 0 to 1: how much of the time, or of the steps, to the next such moment has gone by, as measured in an undisturbed build. */
  readonly share: number;
}

/** What was found when a build had ended. */
export interface Found {
  /** The version whose complete set stands in the folder. */
  readonly standing: string;
  /** Hidden files beside it. */
  readonly leftovers: readonly string[];
  readonly status: number | null;
  /** The new set was being written, or had taken its place. */
  readonly wasWriting: boolean;
}

/** How an undisturbed build went: milliseconds of each part of its run, of all from the first file of the set on, and steps of writing it. */
interface Course {
  readonly stages: readonly number[];
  readonly writing: number;
  readonly steps: number;
}

/** Two versions of a project, and one folder they are built into by processes that do not live long. */
export class KilledBuilds {
  folder = '';
  readonly #copies: ProjectCopy[] = [];
  /** For each version and choice of formats the files of an undisturbed build, by name with their digests. */
  readonly #complete = new Map<string, string>();
  readonly #courses = new Map<string, Course>();

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
        for (const cache of [true, false]) {
          mkdirSync(out, { recursive: true });
          this.#courses.set(keyOf({ formats: chosen, cache }), await this.#follow(version, { formats: chosen, cache }, out)); // prettier-ignore
          this.#complete.set(setIn(join(out, name)), version);
          rmSync(out, { recursive: true });
        }
      }
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** More arguments go to the program, and `at` ends it at a step of its writing. */
  start(
    version: string,
    { formats, cache }: Work,
    out = this.out,
    more: readonly string[] = [],
    at?: number,
  ) {
    const asked = ['--region', report.region, '--format', formats, '--out', out, ...more];
    if (!cache) asked.push('--no-cache');
    return this.#spawn(version, ['build', report.period, ...asked], at);
  }

  /** Any command; its status. */
  async run(version: string, args: readonly string[]): Promise<number | null> {
    return ((await once(this.#spawn(version, args), 'exit')) as [number | null])[0];
  }

  #spawn(version: string, args: readonly string[], at?: number) {
    const dying = at === undefined ? [] : ['--import', './tests/write/die-writing.js'];
    const child = spawn(process.execPath, [...dying, 'bin/whitepaper.js', ...args], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        WHITEPAPER_ROOT: this.#copies[version === 'a' ? 0 : 1]?.root ?? '',
        WHITEPAPER_CACHE: join(this.folder, 'results'),
        TMPDIR: this.temporary,
        DIE_AT: String(at ?? 0),
      },
    });
    // Nobody may read it.
    child.stdout.resume();
    child.stderr.resume();
    return child;
  }

  /** Build undisturbed, and measure. */
  async #follow(version: string, work: Work, out: string): Promise<Course> {
    const begun = staging(out);
    const build = this.start(version, work, out, [], 0);
    const told = stages(build);
    let since = 0;
    void begun.seen.then(() => (since = performance.now()));
    const [status] = (await once(build, 'close')) as [number];
    begun.stop();
    if (status !== 0) throw new Error(`An undisturbed build ended with ${String(status)}:\n${told.said()}`);
    const steps = Number(/^steps (\d+)$/m.exec(told.said())?.[1]);
    const parts = told.times.slice(1).map((time, stage) => time - (told.times[stage] ?? 0));
    return { stages: parts, writing: performance.now() - since, steps };
  }

  /** Build a version over the one that stands there, and end the build. */
  async end(version: string, ending: Ending): Promise<Found> {
    const { after, share, signal } = ending;
    const course = this.#courses.get(keyOf(ending));
    if (!course) throw new Error(`Nobody has built ${keyOf(ending)}.`);
    const begun = staging(this.out);
    const at = after === 'step' ? Math.ceil(share * course.steps) : undefined;
    const build = this.start(version, ending, this.out, [], at);
    const gone = once(build, 'exit');
    const told = stages(build);
    if (after === 'staging') await Promise.race([begun.seen, gone]);
    else if (after !== 'step') await Promise.race([told.reached(after), gone]);
    const milliseconds = after === 'staging' ? course.writing : (course.stages[Number(after)] ?? 0);
    if (after === 'step') await gone;
    else await Promise.race([setTimeout(share * milliseconds), gone]);
    build.kill(signal);
    const [status] = (await gone) as [number | null];
    // What it has still told of the folder is heard now.
    await setTimeout(1);
    begun.stop();
    return { ...this.look(), status, wasWriting: begun.wasSeen() };
  }

  /** The version that stands in the folder; throws where it is none that was ever complete. */
  look(): Pick<Found, 'standing' | 'leftovers'> {
    const standing = this.#complete.get(setIn(join(this.out, name)));
    if (standing === undefined) throw new Error(`A mixed or incomplete set:\n${setIn(join(this.out, name))}`);
    const leftovers = readdirSync(this.out).filter((entry) => entry !== name);
    if (leftovers.some((entry) => !entry.startsWith('.whitepaper-'))) throw new Error(leftovers.join(' '));
    return { standing, leftovers };
  }

  temporaryFiles(): string[] {
    return temporaryFilesIn(this.temporary);
  }

  browsers(): Promise<string[]> {
    return browsersWith(this.temporary);
  }
}

/** Tells when a new set begins to be written beside the old one. */
function staging(out: string) {
  let wasSeen = false;
  let stop = (): void => undefined;
  const seen = new Promise<void>((resolve) => {
    const watcher = watch(out, (_, file) => {
      if (file?.endsWith('.new') !== true) return;
      wasSeen = true;
      resolve();
    });
    stop = () => {
      watcher.close();
    };
  });
  return { seen, stop, wasSeen: () => wasSeen };
}

/** The stages a build says it has done, one a line; the first line is its name. */
function stages(build: ChildProcess) {
  const times = [performance.now()];
  const waiting = new Map<number, () => void>();
  let text = '';
  build.stderr?.on('data', (chunk: Uint8Array) => {
    text += new TextDecoder().decode(chunk);
    const count = (text.match(/^\S+ +[\d.]+ s$/gm) ?? []).length;
    for (let stage = times.length; stage <= count; stage += 1) {
      times.push(performance.now());
      waiting.get(stage)?.();
    }
  });
  const reached = async (stage: number): Promise<void> => {
    if (stage >= times.length) await new Promise<void>((resolve) => waiting.set(stage, resolve));
  };
  return { times, reached, said: () => text };
}

const keyOf = ({ formats, cache }: Work): string => `${formats} ${cache ? 'kept' : 'anew'}`;

/** Endings at random moments of the whole run, half of them while the files are being written and swapped, which is its shortest part. */
export function randomEndings(seed: number, count: number): Ending[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const chance = random();
    // With a browser a build takes longer.
    const formats = chance < 0.8 ? 'html' : chance < 0.95 ? 'html,pdf' : 'html,docx,pdf';
    const cache = random() < 0.7;
    const moment = random();
    const after = moment < 0.4 ? 'step' : moment < 0.5 ? 'staging' : Math.floor(random() * stageCount);
    return { signal: 'SIGKILL', after, share: random(), formats, cache };
  });
}

/** From the start to the reading back: what follows is the writing. */
const stageCount = 8;
