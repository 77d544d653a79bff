import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { projectRoot } from '../project-copy.ts';
import { moreOrLess } from '../more.ts';
import { withoutAdditions } from '../server/without-additions.ts';
import { openDesk, patience, type Desk } from './preview-desk.ts';

/** The report with the fewest pages: what is tested is the saving. */
const request = { region: 'quanzhou', period: '2021' };
/** The figure it saves most, as the data state it. */
const stated = 47559;
const saves = moreOrLess('200 saves in a row in the preview', 200, 45);
/** `SEED=7 npx vitest run tests/browser/preview-saves.test.ts` saves other things. */
const seed = Number(process.env.SEED ?? 2022);

/** Kinds of files an officer and an analyst save, and a change that is right in each: of what to what, by a small number. */
const changes: readonly { file: string; from: RegExp; to: (number: number) => string }[] = [
  {
    file: 'data/quanzhou/2021.yaml',
    from: /value: 4[78]\d\d\d$/m,
    to: (n) => `value: ${String(stated + n)}`,
  },
  {
    file: 'data/indicators/creation.yaml',
    from: /三种专利授权合计/,
    to: (n) => `三种专利授权合计${'乙'.repeat(n % 7)}`,
  },
  {
    file: 'templates/reports/white-paper.hbs',
    from: /$/,
    to: (n) => `{{!-- ${'x'.repeat(n)} --}}`,
  },
  {
    file: 'templates/charts/court-cases.vl.yaml',
    from: /^height: \d+/m,
    to: (n) => `height: ${String(30 + (n % 9))}`,
  },
  {
    file: 'templates/themes/whitepaper/screen.css',
    from: /^/,
    to: (n) => `:root { --saved: ${String(n)} }\n`,
  },
  {
    file: 'templates/locales/zh-CN.yaml',
    from: /^( *screen\.contents: ).*$/m,
    to: (n) => `$1目录${'↑'.repeat(n % 5)}`,
  },
];

const problems = 'document.querySelector("button[data-pane=problems]")';

let desk: Desk;
openDesk(
  (opened) => {
    desk = opened;
  },
  { request },
  '47559件',
);

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function random(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Wait for something in the preview's page, without a look at each frame it draws: the builds need the time. */
async function sees(condition: string): Promise<void> {
  await desk.page.waitForFunction(condition, { polling: 50 });
}

/** Save another number of grants, and wait until the draft says it: all saves before it are built or overtaken. */
async function settle(number: number): Promise<void> {
  const { file, from, to } = changes[0]!;
  const text = await desk.project.read(file);
  await desk.project.write(file, text.replace(from, to(number)));
  await sees(
    `document.querySelector('iframe[name=draft]').contentDocument.querySelector('data[value="${String(stated + number)}"]')`,
  );
}

/** Megabytes this program holds, and nodes the page does, when all that can be dropped has been. */
async function held(): Promise<{ heap: number; nodes: number }> {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const protocol = await desk.page.createCDPSession();
  await protocol.send('HeapProfiler.collectGarbage');
  await protocol.detach();
  const { Nodes: nodes = 0 } = await desk.page.metrics();
  return { heap: process.memoryUsage().heapUsed / 2 ** 20, nodes };
}

/** The file a build of the same project makes, in a process that has read nothing before. */
async function freshBuild(): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'whitepaper-fresh-'));
  try {
    const asked = [
      'build',
      request.period,
      '--region',
      request.region,
      '--format',
      'html',
      '--no-cache',
      '--out',
      out,
    ];
    const args = [join(projectRoot, 'bin/whitepaper.js'), ...asked];
    await promisify(execFile)(process.execPath, args, {
      env: { ...process.env, WHITEPAPER_ROOT: desk.project.root },
    });
    return await readFile(join(out, 'quanzhou-2021/quanzhou-2021.html'), 'utf8');
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

test(
  `after ${String(saves)} saves, some broken, the page is the one a fresh build makes, and nothing has piled up (seed ${String(seed)})`,
  async () => {
    const { project } = desk;
    const next = random(seed);
    const below = (limit: number): number => Math.floor(next() * limit);
    const original = new Map<string, string>();
    for (const { file } of changes) original.set(file, await project.read(file));
    let before = await held();

    for (let save = 1; save <= saves; save += 1) {
      const { file, from, to } = changes[below(changes.length)]!;
      const text = original.get(file)!.replace(from, to(below(50)));
      const fate = next();
      // Half of the saves come so soon after the one before that nothing is made of that in between.
      const write = async (written: string): Promise<void> => {
        if (next() < 0.5) await project.write(file, written);
        else writeFileSync(join(project.root, file), written);
      };
      const broken =
        fate < 0.1 ? text.slice(0, text.length / 2) : fate < 0.2 ? `${text}\n]: {{#if\n` : undefined;
      if (broken !== undefined) await write(broken);
      else if (fate < 0.25) await rm(join(project.root, file), { force: true });
      // A style sheet may say anything, and half a file may still be right: the others are sure to be reported.
      const isWrong = fate >= 0.1 && fate < 0.25 && !file.endsWith('.css');
      if (isWrong && next() < 0.2) await sees(`${problems}.dataset.tone === 'error'`);
      const burst = fate > 0.9 ? 5 : 1;
      for (let again = 0; again < burst; again += 1) await write(text);
      // Several saves in a row, as fast as files are written, then all of what they changed is waited for.
      if (save % 15 === 0) await settle(1000 + save);
      if (save === 30) before = await held();
    }

    const last = changes[0]!;
    await project.write(last.file, original.get(last.file)!.replace(last.from, last.to(999)));
    const building = freshBuild();
    await desk.shows('48558件');
    await sees(`${problems}.dataset.tone !== 'error'`);
    const fresh = withoutAdditions(await building);
    const draft = await desk.draft();
    await expect
      .poll(
        async () =>
          withoutAdditions(
            (await draft.evaluate('"<!doctype html>" + document.documentElement.outerHTML')) as string,
          ),
        { timeout: 10_000 },
      )
      .toEqual(fresh);

    const after = await held();
    // One page has some 10,000 nodes, one draft some 10 MB: to keep each of those waited for would be far more.
    expect(after.nodes).toBeLessThan(before.nodes + 30_000);
    expect(after.heap).toBeLessThan(before.heap + 60);
  },
  2 * patience,
);
