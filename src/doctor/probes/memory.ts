import { availableParallelism, freemem, totalmem } from 'node:os';
import { amount } from '../amount.ts';
import type { Finding } from '../finding.ts';

/** A build of one report, its browser included, takes half of this. */
const comfortable = 1024 ** 3;

/** Memory and cores: little of either makes builds slow, not wrong. */
export function memory(): Promise<Finding[]> {
  const limit = process.constrainedMemory() ?? 0;
  // No limit is 0, or a number beyond all memory there is.
  const total = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  const free = Math.min(freemem(), total);
  const cores = availableParallelism();
  const facts = { cores, total, free };
  const says = {
    zh: `内存 ${amount(total)}，空闲 ${amount(free)}；处理器 ${String(cores)} 核`,
    en: `${amount(total)} of memory, ${amount(free)} free; ${String(cores)} cores`,
  };
  if (free >= comfortable) return Promise.resolve([{ id: 'memory', state: 'ok', says, facts }]);
  const todo = {
    zh: '关闭一些程序；一次编制多份报告时加 --workers 1',
    en: 'Close some programs; build many reports with --workers 1',
  };
  return Promise.resolve([{ id: 'memory', state: 'warning', says, todo, facts }]);
}
