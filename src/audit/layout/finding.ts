import type { Finding, LaidBlock, Layout, Run } from './layout.ts';

/** Longest text a finding quotes. */
const most = 24;

/** A finding about some text, on the page of its run. */
export function findingAt({ pages, names }: Layout, run: Run, text: string): Finding[] {
  const page = pages[run.page];
  const name = names.get(run) ?? '';
  const short = text.trim().length > most ? `${text.trim().slice(0, most - 1)}…` : text.trim();
  return page ? [{ where: page.where, name, text: short }] : [];
}

/** The text of a block as it is set. */
export function textOf({ runs }: LaidBlock): string {
  return runs.map(({ text }) => text).join('');
}
