import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { median, quantile } from './measures.ts';
import type { Part } from './part.ts';
import { WatchedPage } from './watched-page.ts';

/** The largest report there is. */
const [region, period] = ['ningbo', '2020'];
const data = `data/${region}/${period}.yaml`;

/** Saves of each kind; the first two warm up. */
const usual = { floor: 30, figure: 40, chart: 20, pdf: 20 };
const fewer = { floor: 8, figure: 8, chart: 4, pdf: 4 };
type Saves = typeof usual;
const warmUp = 2;

/**
 * How long it takes from a save to the changed page, in milliseconds and as a multiple of the least it could take: the same watcher and
 * the same kind of stream, with nothing to make between them.
 */
export const preview: Part = async ({ quick, add, say }) => {
  const saves = quick ? fewer : usual;
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
    const save = await savesOf(project);
    const of = { name: 'floor', runs: floors };
    const tell = (name: string, all: readonly number[]): void => {
      add({ name: `from save to page, ${name}`, unit: 'ms', ...(all !== floors && { of }) }, all);
      const high = quantile(all, 0.95);
      say(`p95 ${high.toFixed(0)} ms, ${(high / median(floors)).toFixed(1)} × the median floor`);
    };
    tell('floor', floors);
    tell('figure', await figureSaves(report, save, saves));
    tell('chart spec', await chartSaves(report, project, saves));
    tell('PDF', await pdfSaves(report, save, saves));
    await report.close();
  } finally {
    await browser.close();
    await project.remove();
    await rm(folder, { recursive: true, force: true });
  }
};

/** A figure printed in sentences, cards, tables and charts, and how to save it as more than is stated. */
const stated = 60575;
type Save = (more: number) => Promise<void>;
async function savesOf(project: ProjectCopy): Promise<Save> {
  const text = await project.read(data);
  return (more) =>
    project.write(data, text.replace(`value: ${String(stated)}`, `value: ${String(stated + more)}`));
}

async function figureSaves(report: WatchedPage, save: Save, saves: Saves): Promise<number[]> {
  const key = `${region}/${period}/creation.patent.granted.total`;
  return repeat(saves.figure, (round) =>
    report.time(
      () => save(round),
      `[...page.querySelectorAll('data[data-figure="${key}"]')].some(({ value }) => value === '${String(stated + round)}')`,
    ),
  );
}

/** The same figure, seen in the pages of the real PDF: those that are looked at are drawn. */
async function pdfSaves(report: WatchedPage, save: Save, saves: Saves): Promise<number[]> {
  const shown = `document.querySelector('[data-part=pages]').dataset.draft`;
  await report.page.click('button[data-view=pages]');
  await report.page.waitForFunction(`${shown} !== undefined`);
  return repeat(saves.pdf, async (round) => {
    await report.page.evaluate(`window.before = ${shown}`);
    return report.time(() => save(100 + round), `${shown} !== window.before`, true);
  });
}

/** A chart drawn with more or less room between its bars. */
async function chartSaves(report: WatchedPage, project: ProjectCopy, saves: Saves): Promise<number[]> {
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
