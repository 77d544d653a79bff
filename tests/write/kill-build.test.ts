import { once } from 'node:events';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KilledBuilds, randomEndings, type Ending, type Work } from './kill-build.ts';

/** 200 builds are five minutes' work, which `npm run test:kill` does and `npm test` does not. */
const rounds = Number(process.env.ROUNDS ?? 200);
// eslint-disable-next-line no-restricted-syntax -- Printed, to be given again as SEED.
const seed = Number(process.env.SEED ?? Date.now() % 1e6);
const reason = process.env.MODE === 'kill' ? '' : 'SKIPPED: run npm run test:kill';
if (reason !== '') process.stderr.write(`Builds killed at 200 moments: ${reason}\n`);

describe.skipIf(reason !== '')(`builds ${reason}`, () => {
  const builds = new KilledBuilds();
  const formats = ['html', 'html,pdf', 'html,docx,pdf'];

  beforeAll(() => builds.prepare(formats), 600_000);

  afterAll(() => {
    builds.remove();
  });

  const html: Work = { formats: 'html', cache: true };
  const ends = async (version: string, work: Work, out?: string): Promise<number | null> =>
    ((await once(builds.start(version, work, out), 'exit')) as [number | null])[0];

  it(
    `killed ${String(rounds)} times at any moment, leaves the old or the new set`,
    async () => {
      process.stderr.write(`Killing builds, SEED=${String(seed)}\n`);
      expect(await ends('a', html)).toBe(0);
      const came = { old: 0, new: 0, 'while it was writing': 0, 'at its end before': 0 };
      let before = 'a';
      for (const [round, ending] of randomEndings(seed, rounds).entries()) {
        if (round % 20 === 0) process.stderr.write(`${String(round)} ${JSON.stringify(came)}\n`);
        const version = before === 'a' ? 'b' : 'a';
        const found = await builds.end(version, ending);
        came[found.standing === before ? 'old' : 'new'] += 1;
        if (found.status !== null) came['at its end before'] += 1;
        else if (found.wasWriting) came['while it was writing'] += 1;
        before = found.standing;
      }
      process.stderr.write(`${JSON.stringify(came)}\n`);
      // Else the moments have to be looked at: nobody is killed any more.
      expect(came['at its end before']).toBeLessThanOrEqual(rounds / 10);
      expect(await builds.browsers()).toEqual([]);
      // The next build cleans, whatever it is of.
      expect(await ends(before === 'a' ? 'b' : 'a', { formats: 'html,pdf', cache: true })).toBe(0);
      expect(builds.look()).toEqual({ standing: before === 'a' ? 'b' : 'a', leftovers: [] });
      expect(builds.temporaryFiles()).toEqual([]);
    },
    rounds * 30_000,
  );

  const interrupted = (['SIGINT', 'SIGTERM'] as const).flatMap((signal): Ending[] => [
    ...[0, 0.3, 0.9].map((share): Ending => ({ signal, after: 0, share, formats: 'html,pdf', cache: false })),
    ...[1, 4, 5, 6, 6, 6, 7].map((after, index): Ending => ({
      signal,
      after,
      share: index / 7,
      formats: 'html,pdf',
      cache: false,
    })),
    ...[0, 0.05, 0.1, 0.2, 0.4, 0.6].map((share): Ending => ({
      signal,
      after: 'staging',
      share,
      formats: 'html',
      cache: true,
    })),
  ]);

  it('interrupted, ends with the status shells expect and leaves nothing', async () => {
    expect(await ends('a', html)).toBe(0);
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

  it('built twenty times at once in all formats, in two themes, leaves one complete set of each', async () => {
    const asked = Array.from({ length: 20 }, (_, index) => index % 5 === 4);
    const out = join(builds.folder, 'at-once');
    const all = { formats: 'html,docx,pdf', cache: true };
    const ended = asked.map(async (official, index) => {
      const theme = official ? ['--theme', 'gongwen'] : [];
      // Half of them take what others have kept, half make everything.
      const build = builds.start('a', { ...all, cache: index % 2 === 0 }, out, theme);
      let said = '';
      build.stderr.on('data', (text: Uint8Array) => (said += new TextDecoder().decode(text)));
      const [status] = (await once(build, 'close')) as [number];
      return status === 0 ? 'built' : said;
    });
    expect(await Promise.all(ended)).toEqual(asked.map(() => 'built'));
    expect(await builds.browsers()).toEqual([]);
    expect(builds.temporaryFiles()).toEqual([]);
    const [name = '', ...others] = readdirSync(out);
    expect(others).toEqual([]);
    const files = ['', '.gongwen'].flatMap((theme) => [
      ...['check', 'figures', 'manifest'].map((record) => `${record}${theme}.json`),
      ...['docx', 'html', 'pdf'].map((format) => `${name}${theme}.${format}`),
      `figures${theme}.xlsx`,
    ]);
    expect(readdirSync(join(out, name)).sort()).toEqual(files.sort());
    for (const command of ['audit', 'verify'] as const)
      expect([command, await builds.run('a', [command, join(out, name)])]).toEqual([command, 0]);
    process.stderr.write(
      '20 builds of one report at once: one complete set of each theme, audited, verified\n',
    );
  }, 1_800_000);

  it('a full disk is said to be one, and the set that stands there stays', async () => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) {
      process.stderr.write('A build on a full disk: SKIPPED, only root on Linux mounts a small one\n');
      return;
    }
    const disk = join(builds.folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]);
    try {
      expect(((await once(builds.start('a', html, disk), 'exit')) as [number])[0]).toBe(0);
      const [name = ''] = readdirSync(disk);
      const old = readFileSync(join(disk, name, 'manifest.json'), 'utf8');
      const { bavail, bsize } = statfsSync(disk);
      const size = readdirSync(join(disk, name)).reduce(
        (sum, file) => sum + statSync(join(disk, name, file)).size,
        0,
      );
      // As much as stands there, so that it is begun; not enough for the documents that come in addition.
      writeFileSync(join(disk, 'filler'), new Uint8Array(bavail * bsize - size - 20_000));
      const build = builds.start('b', { formats: 'html,docx', cache: true }, disk, ['--json']);
      let said = '';
      build.stdout.on('data', (text: Uint8Array) => (said += new TextDecoder().decode(text)));
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
