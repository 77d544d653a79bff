import type { Part } from './part.ts';
import type { Route } from './pdf-route.ts';
import { runNode } from './run-node.ts';

/** Reports from 10 to 500 pages: a third of the chapters of one, and all of them so many times over. */
const sizes = [0.2, 1, 3, 7, 15];
const fewer = [0.2, 1, 3];

interface Size extends Route {
  readonly docx: number;
  /** Mebibytes, of the process and its browser. */
  readonly memory: number | undefined;
}

/**
 * Whether twice the pages take twice the time: the time a page at each size beside that at the smallest, and the power of the number
 * of pages that the time goes with, 1 where it is linear. Each size has a process of its own.
 */
export const growth: Part = async ({ quick, period, add, say }) => {
  const found: Size[] = [];
  for (const times of quick ? fewer : sizes) {
    const args = ['--import', 'tsx', 'tests/bench/growth-process.ts', period, String(times)];
    const { out, memory } = await runNode(args, { sample: 200 });
    const size: Size = { ...(JSON.parse(out) as Size), memory: memory && memory / 1024 ** 2 };
    found.push(size);
    say(`${String(size.pages)} pages`);
  }
  if (found.some(({ memory }) => memory === undefined)) say('no /proc here: memory is not measured');
  tell('PDF', (size) => size.rendering);
  tell('reading back', (size) => size.reading);
  tell('DOCX', (size) => size.docx);
  for (const { pages, memory } of found)
    if (memory !== undefined) add({ name: `memory, ${String(pages)} pages`, unit: 'MB' }, [memory]);
  const [small, large] = [found[0], found.at(-1)];
  if (small?.memory === undefined || large?.memory === undefined) return;
  const more = (large.memory - small.memory) / (large.pages - small.pages);
  add({ name: 'memory, each page more', unit: 'MB' }, [more]);

  function tell(what: string, spent: (size: Size) => number): void {
    const [first] = found;
    if (!first) return;
    const of = { name: `that of ${String(first.pages)} pages`, runs: [spent(first) / first.pages] };
    for (const size of found)
      add(
        { name: `${what}, ${String(size.pages)} pages`, unit: 'ms a page', ...(size !== first && { of }) },
        [spent(size) / size.pages],
      );
    add({ name: `${what}, power of pages`, unit: '', aim: 1.1 }, [
      slope(found.map((size) => [size.pages, spent(size)])),
    ]);
  }
};

/** Slope of the straight line nearest to the points on paper that is logarithmic both ways. */
function slope(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (index: 0 | 1): number => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [middleX, middleY] = [mean(0), mean(1)];
  const rise = logs.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0);
  return rise / logs.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
}
