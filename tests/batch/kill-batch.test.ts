import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '../reuse/random.ts';
import { browserProcesses, browsersWith, temporaryFilesIn } from '../write/what-stands.ts';
import { KilledBatches } from './killed-batches.ts';

/** What `npm run test:kill` does to single builds, done to batches. */
const rounds = Math.ceil(Number(process.env.ROUNDS ?? 200) / 10);
// eslint-disable-next-line no-restricted-syntax -- Printed, to be given again as SEED.
const seed = Number(process.env.SEED ?? Date.now() % 1e6);
const reason = process.env.MODE === 'kill' ? '' : 'SKIPPED: run npm run test:kill';
const say = (line: string): void => void process.stderr.write(`${line}\n`);
if (reason !== '') say(`Batches killed, stopped and starved: ${reason}`);

describe.skipIf(reason !== '')(`batches ${reason}`, () => {
  const batches = new KilledBatches();
  const printed = 'html,pdf';
  let reports: string[] = [];
  const all = (version: string): Record<string, string> =>
    Object.fromEntries(reports.map((report) => [report, version]));
  const nothingStays = async (): Promise<void> => {
    expect(await browsersWith(batches.temporary)).toEqual([]);
    expect(temporaryFilesIn(batches.temporary)).toEqual([]);
    expect(batches.leftovers()).toEqual([]);
  };

  beforeAll(async () => {
    reports = await batches.prepare(printed);
    expect(reports.length).toBeGreaterThan(4);
  }, 900_000);

  afterAll(() => {
    batches.remove();
  });

  it(
    `ended ${String(rounds)} times by a signal, leave every report old or new`,
    async () => {
      const random = randomFrom(seed);
      const signals = { SIGKILL: null, SIGTERM: 143, SIGINT: 130 } as const;
      const came = { old: 0, new: 0, 'at its end before': 0, 'with something beside': 0 };
      batches.lay('a');
      for (let round = 0; round < rounds; round += 1) {
        const signal = (['SIGKILL', 'SIGTERM', 'SIGINT'] as const)[round % 3] ?? 'SIGKILL';
        const version = round % 2 === 0 ? 'b' : 'a';
        // After so many reports were begun to be written, or are done, and then some time.
        const [count, isWriting, share] = [Math.floor(random() * reports.length), random() < 0.6, random()];
        const more = ['--format', printed, ...(random() < 0.3 ? ['--no-cache'] : [])];
        const before = new Set(temporaryFilesIn(batches.temporary));
        let reach = (): void => undefined;
        const reached = new Promise<void>((resolve) => (reach = resolve));
        const seen = new Set<string | null>();
        const watcher = watch(batches.out, (_, file) => {
          if (file?.endsWith('.new') === true && seen.add(file).size > count && isWriting) reach();
        });
        const { child, ended } = batches.run({ version, more }, (said) => {
          if (!isWriting && said.includes(`[${String(count)}/`)) reach();
        });
        if (count === 0 && !isWriting) reach();
        await Promise.race([reached, ended]);
        await Promise.race([setTimeout(share * (isWriting ? 60 : 1500)), ended]);
        child.kill(signal);
        const { status, said } = await ended;
        watcher.close();
        const which = `round ${String(round)}, ${signal}`;
        if (child.signalCode === null && ![0, signals[signal]].includes(status))
          expect([which, status, said]).toEqual([which, signals[signal], said]);
        if (status === 0) came['at its end before'] += 1;
        for (const standing of Object.values(batches.standing()))
          came[standing === version ? 'new' : 'old'] += 1;
        if (batches.leftovers().length > 0) came['with something beside'] += 1;
        expect([which, await browsersWith(batches.temporary)]).toEqual([which, []]);
        // What an earlier one left goes when a browser is next started, which may not have come to pass.
        const left = temporaryFilesIn(batches.temporary).filter((path) => !before.has(path));
        if (signal !== 'SIGKILL') expect([which, left]).toEqual([which, []]);
      }
      const { status } = await batches.run({ version: 'b', more: ['--format', printed] }).ended;
      expect([status, batches.standing()]).toEqual([0, all('b')]);
      await nothingStays();
      say(`${String(rounds)} batches ended by signals, SEED=${String(seed)}: ${JSON.stringify(came)}`);
    },
    rounds * 120_000,
  );

  it('two shards at once into one folder build every report once', async () => {
    batches.lay('a');
    const shards = ['1/2', '2/2'].map(
      (shard) => batches.run({ version: 'b', more: ['--format', printed, '--shard', shard] }).ended,
    );
    const ended = await Promise.all(shards);
    expect(ended.map(({ status }) => status)).toEqual([0, 0]);
    expect(ended.map(({ said }) => said.match(/^\[\d+\/\d+\]/gm)?.length)).toEqual([3, 2]);
    expect(batches.standing()).toEqual(all('b'));
    await nothingStays();
    say('two shards at once: every report built once');
  }, 300_000);

  it.each([
    ['memory', 'REPORT_OUT_OF_MEMORY', []],
    ['hang', 'REPORT_TIMED_OUT', ['--timeout', '60']],
  ] as const)(
    'a report that ends its worker by %s is the only one that fails',
    async (by, why, more) => {
      batches.lay('a');
      const broken = { file: 'data/quanzhou/2021.yaml', by };
      const asked = ['--format', printed, ...more];
      const { status, said } = await batches.run({ version: 'b', broken, more: asked }).ended;
      expect(said).toContain(why);
      expect(status).toBe(1);
      expect(said).toMatch(new RegExp(`^  quanzhou 2021：.*${why}`, 'm'));
      expect(batches.standing()).toEqual({ ...all('b'), 'quanzhou-2021': 'a' });
      await nothingStays();
      say(`a worker ended by ${by}: only its report failed`);
    },
    400_000,
  );

  it('a browser that stops answering takes along what it printed at most, and is replaced', async () => {
    if (process.platform !== 'linux') {
      say('A browser that stops answering: SKIPPED, only Linux tells whose it is');
      return;
    }
    batches.lay('a');
    let isStopped = false;
    const more = ['--format', printed, '--no-cache', '--timeout', '60'];
    const { ended } = batches.run({ version: 'b', more }, (said) => {
      if (isStopped || !said.includes('[1/')) return;
      isStopped = true;
      for (const { id, command } of browserProcesses(batches.temporary))
        if (!command.includes('--type=')) process.kill(id, 'SIGSTOP');
    });
    const { status, said } = await ended;
    expect(isStopped).toBe(true);
    const failed = said.match(/^ {2}.*REPORT_TIMED_OUT/gm) ?? [];
    // One a worker.
    expect(failed.length, said).toBeLessThanOrEqual(2);
    expect(status).toBe(failed.length > 0 ? 1 : 0);
    const versions = Object.values(batches.standing());
    expect(versions.filter((version) => version === 'b').length).toBe(reports.length - failed.length);
    await nothingStays();
    say(`a browser that stopped answering: ${String(failed.length)} failed, the others were built`);
  }, 600_000);

  it('a disk that fills up leaves every report old or new, and is named', async () => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) {
      say('A batch on a full disk: SKIPPED, only root on Linux mounts a small one');
      return;
    }
    batches.lay('a');
    const disk = join(batches.folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]);
    try {
      execFileSync('cp', ['-r', `${batches.out}/.`, disk]);
      const { bavail, bsize } = statfsSync(disk);
      for (const [free, refused] of [
        // Too little for the smallest.
        [500_000, reports.length],
        // Enough for some of them.
        [2_400_000, undefined],
      ] as const) {
        rmSync(join(disk, 'filler'), { force: true });
        writeFileSync(join(disk, 'filler'), new Uint8Array(bavail * bsize - free));
        const more = ['--format', printed, '--json'];
        const { status, said } = await batches.run({ version: 'b', out: disk, more }).ended;
        expect(status).toBe(1);
        const named = said.match(/"code": "OUTPUT_NOT_WRITTEN",[^}]*ENOSPC[^}]*/g) ?? [];
        expect(named.length, said).toBeGreaterThan(0);
        const failed = reports.filter((report) => named.some((one) => one.includes(join(disk, report))));
        if (refused !== undefined) expect(failed.length).toBe(refused);
        const standing = batches.standing(disk);
        for (const report of failed) expect([report, standing[report]]).toEqual([report, 'a']);
        expect(batches.leftovers(disk)).toEqual([]);
        say(
          `a full disk: ${String(failed.length)} of ${String(reports.length)} refused by name, old sets untouched`,
        );
      }
    } finally {
      execFileSync('umount', [disk]);
    }
  }, 600_000);
});
