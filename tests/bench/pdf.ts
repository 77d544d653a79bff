import { createHost } from '../../src/host.ts';
import type { Part } from './part.ts';
import { goPdfRoute, printBare } from './pdf-route.ts';
import { composeForBench, writePrintHtml } from './print-html.ts';
import { TimedBrowser } from './timed-browser.ts';

/**
 * How much longer the way to a finished PDF is than the least it could be: one tagged print of the same HTML in a warm
 * browser, loading included. Both in turn.
 */
export const pdf: Part = async ({ quick, period, folder, add, say }) => {
  const browser = new TimedBrowser(createHost());
  try {
    const composed = await composeForBench(period);
    const file = await writePrintHtml(composed, folder);
    const all: Record<string, number[]> = {};
    const note = (name: string, milliseconds: number): void => void (all[name] ??= []).push(milliseconds);
    const rounds = quick ? 2 : 7;
    for (let round = 0; round <= rounds; round++) {
      const bare = await printBare(browser, `file://${file}`);
      browser.steps.clear();
      const { rendering, reading, pages, bytes } = await goPdfRoute(browser, composed);
      if (round === 0) say(`${String(pages)} pages, ${(bytes / 1024 / pages).toFixed(1)} KB a page`);
      if (round === 0) continue; // Warms caches.
      note('one bare print', bare);
      const steps = [...browser.steps.values()].reduce((sum, spent) => sum + spent, 0);
      for (const [step, spent] of browser.steps) note(`  ${step}`, spent);
      note('  HTML, numbers, finish', rendering - steps);
      note('PDF', rendering);
      note('reading back', reading);
      note('PDF and reading back', rendering + reading);
    }
    const of = { name: 'bare print', runs: all['one bare print'] ?? [] };
    for (const [name, runs] of Object.entries(all))
      add({ name, unit: 'ms', ...(runs !== of.runs && { of }) }, runs);
  } finally {
    await browser.close();
  }
};
