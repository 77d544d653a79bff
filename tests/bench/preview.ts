import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { median, print, quantile } from './measures.ts';
import { WatchedPage } from './watched-page.ts';

/** The largest report there is. */
const [region, period] = ['ningbo', '2020'];
const data = `data/${region}/${period}.yaml`;

/** Saves of each kind; the first two warm up. */
const saves = { floor: 30, figure: 40, chart: 20 };
const warmUp = 2;

/**
 * How long it takes from a save to the changed page, in milliseconds and as a multiple of the least it could take: the same watcher and
 * the same kind of stream, with nothing to make between them.
 */
export async function preview(): Promise<void> {
  const browser = await openBrowser();
  const project = await copyProject();
  const folder = await mkdtemp(join(tmpdir(), 'whitepaper-bench-'));
  try {
    const note = join(folder, 'note.txt');
    await writeFile(note, '0');
    const floor = await WatchedPage.open(browser, 'tests/bench/preview-floor.js', [note]);
    const floors = await repeat(saves.floor, (round) =>
      floor.time(
        () => writeFile(note, String(round)),
        `page.querySelector('p').textContent === '${String(round)}'`,
      ),
    );
    await floor.close();
    const report = await WatchedPage.open(browser, 'tests/bench/preview-process.js', [
      project.root,
      region,
      period,
    ]);
    const drawn = 'page.querySelector("figure svg") !== null';
    await report.page.waitForFunction(
      `(() => { const page = document.querySelector('iframe[name=draft]')?.contentDocument; return page && ${drawn}; })()`,
    );
    const least = median(floors);
    row('floor', floors, least);
    row('figure', await figureSaves(report, project), least);
    row('chart spec', await chartSaves(report, project), least);
    await report.close();
  } finally {
    await browser.close();
    await project.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A figure printed in sentences, cards, tables and charts. */
async function figureSaves(report: WatchedPage, project: ProjectCopy): Promise<number[]> {
  const text = await project.read(data);
  const stated = 60575;
  const key = `${region}/${period}/creation.patent.granted.total`;
  return repeat(saves.figure, (round) => {
    const value = stated + round;
    return report.time(
      () => project.write(data, text.replace(`value: ${String(stated)}`, `value: ${String(value)}`)),
      `[...page.querySelectorAll('data[data-figure="${key}"]')].some(({ value }) => value === '${String(value)}')`,
    );
  });
}

/** A chart drawn with more or less room between its bars. */
async function chartSaves(report: WatchedPage, project: ProjectCopy): Promise<number[]> {
  const chart = 'growth-overview';
  const file = `templates/charts/${chart}.vl.yaml`;
  const text = await project.read(file);
  const svg = (page: string): string =>
    `${page}.querySelector('figure[data-chart="${chart}"] svg').outerHTML`;
  return repeat(saves.chart, async (round) => {
    await report.page.evaluate(
      `window.before = ${svg("document.querySelector('iframe[name=draft]').contentDocument")}`,
    );
    const step = `step: ${String(18 + (round % 7))}`;
    return report.time(
      () => project.write(file, text.replace(/\bstep: \d+/, step)),
      `${svg('page')} !== window.before`,
    );
  });
}

/** Measure one after the other, each after all has become quiet. */
async function repeat(times: number, measure: (round: number) => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let round = 1; round <= times + warmUp; round++) {
    await setTimeout(250);
    const spent = await measure(round);
    if (round > warmUp) all.push(spent);
  }
  return all;
}

function row(name: string, all: readonly number[], floor: number): void {
  const [middle, high] = [median(all), quantile(all, 0.95)];
  const times = `median ${middle.toFixed(0).padStart(5)} ms  p95 ${high.toFixed(0).padStart(5)} ms`;
  const ratios = `${(middle / floor).toFixed(1)} and ${(high / floor).toFixed(1)} × floor`;
  print(`preview, ${name.padEnd(12)} ${times}  ${ratios}  (${String(all.length)} saves)`);
}
