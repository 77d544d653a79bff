import { once } from 'node:events';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KilledBuilds, randomEndings, type Ending } from './kill-build.ts';

/** 200 builds are ten minutes' work, which `npm run test:kill` does and `npm test` does not. */
const rounds = Number(process.env.ROUNDS ?? 200);
// eslint-disable-next-line no-restricted-syntax -- Printed, to be given again as SEED.
const seed = Number(process.env.SEED ?? Date.now() % 1e6);
const reason = process.env.MODE === 'kill' ? '' : 'SKIPPED: run npm run test:kill';
if (reason !== '') process.stderr.write(`Builds killed at 200 moments: ${reason}\n`);

describe.skipIf(reason !== '')(`builds ${reason}`, () => {
  const builds = new KilledBuilds();
  const formats = ['html', 'html,pdf'];

  beforeAll(() => builds.prepare(formats), 600_000);

  afterAll(() => {
    builds.remove();
  });

  const ends = async (version: string, chosen: string): Promise<number | null> =>
    ((await once(builds.start(version, chosen), 'exit')) as [number | null])[0];

  it(
    `killed ${String(rounds)} times at any moment, leaves the old or the new set`,
    async () => {
      process.stderr.write(`Killing builds, SEED=${String(seed)}\n`);
      expect(await ends('a', 'html')).toBe(0);
      const came = { old: 0, new: 0, 'with something beside it': 0, 'at its end before': 0 };
      let before = 'a';
      for (const [round, ending] of randomEndings(seed, rounds).entries()) {
        if (round % 20 === 0) process.stderr.write(`${String(round)} ${JSON.stringify(came)}\n`);
        const version = before === 'a' ? 'b' : 'a';
        const found = await builds.end(version, ending);
        came[found.standing === before ? 'old' : 'new'] += 1;
        if (found.leftovers.length > 0) came['with something beside it'] += 1;
        if (found.status !== null) came['at its end before'] += 1;
        before = found.standing;
      }
      process.stderr.write(`${JSON.stringify(came)}\n`);
      expect(await builds.browsers()).toEqual([]);
      // The next build cleans, whatever it is of.
      expect(await ends(before === 'a' ? 'b' : 'a', 'html,pdf')).toBe(0);
      expect(builds.look()).toEqual({ standing: before === 'a' ? 'b' : 'a', leftovers: [] });
      expect(builds.temporaryFiles()).toEqual([]);
    },
    rounds * 30_000,
  );

  const interrupted = (['SIGINT', 'SIGTERM'] as const).flatMap((signal): Ending[] => [
    ...[0, 150, 300, 450, 600, 900, 1500, 2500, 4000].map((milliseconds): Ending => ({
      signal,
      after: 'start',
      milliseconds,
      formats: 'html,pdf',
    })),
    ...[0, 2, 5, 10, 20, 40].map((milliseconds): Ending => ({
      signal,
      after: 'staging',
      milliseconds,
      formats: 'html',
    })),
  ]);

  it('interrupted, ends with the status shells expect and leaves nothing', async () => {
    expect(await ends('a', 'html')).toBe(0);
    for (const ending of interrupted) {
      const found = await builds.end('b', ending);
      // Before the first line of the program, or after the last.
      if (found.status !== null && found.status !== 0)
        expect([ending, found.status]).toEqual([ending, ending.signal === 'SIGINT' ? 130 : 143]);
      expect([ending, found.leftovers]).toEqual([ending, []]);
      expect([ending, await builds.browsers()]).toEqual([ending, []]);
      expect([ending, builds.temporaryFiles()]).toEqual([ending, []]);
    }
  }, 600_000);

  it('built many times at once, in two themes, leaves a complete set of each', async () => {
    const asked = Array.from({ length: 20 }, (_, index) => index % 2 === 1);
    const out = join(builds.folder, 'at-once');
    const ended = asked.map(async (official) => {
      const theme = official ? ['--theme', 'gongwen'] : [];
      return (await once(builds.start('a', 'html', out, ...theme), 'exit')) as [number];
    });
    expect((await Promise.all(ended)).map(([status]) => status)).toEqual(asked.map(() => 0));
    const [name = '', ...others] = readdirSync(out);
    expect(others).toEqual([]);
    const files = ['check', 'figures', 'manifest'].flatMap((record) => [
      `${record}.json`,
      `${record}.gongwen.json`,
    ]);
    for (const file of [...files, `${name}.html`, `${name}.gongwen.html`])
      expect([file, existsSync(join(out, name, file))]).toEqual([file, true]);
  }, 600_000);

  it('a full disk is said to be one, and the set that stands there stays', async () => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) {
      process.stderr.write('A build on a full disk: SKIPPED, only root on Linux mounts a small one\n');
      return;
    }
    const disk = join(builds.folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]);
    try {
      expect(((await once(builds.start('a', 'html', disk), 'exit')) as [number])[0]).toBe(0);
      const [name = ''] = readdirSync(disk);
      const old = readFileSync(join(disk, name, 'manifest.json'), 'utf8');
      const { bavail, bsize } = statfsSync(disk);
      const size = readdirSync(join(disk, name)).reduce(
        (sum, file) => sum + statSync(join(disk, name, file)).size,
        0,
      );
      // As much as stands there, so that it is begun; not enough for the documents that come in addition.
      writeFileSync(join(disk, 'filler'), new Uint8Array(bavail * bsize - size - 20_000));
      const build = builds.start('b', 'html,docx', disk, '--json');
      let said = '';
      build.stdout?.on('data', (text: Uint8Array) => (said += new TextDecoder().decode(text)));
      const [status] = (await once(build, 'close')) as [number];
      expect(status).toBe(1);
      expect(said).toContain('"code": "OUTPUT_NOT_WRITTEN"');
      expect(said).toContain('ENOSPC');
      expect(readFileSync(join(disk, name, 'manifest.json'), 'utf8')).toBe(old);
      expect(readdirSync(disk).sort()).toEqual(['filler', name]);
    } finally {
      execFileSync('umount', [disk]);
    }
  }, 120_000);
});
