import { isAbsolute, join } from 'node:path';
import { examineFolder } from '../../host/examine-folder.ts';
import { tryExchange } from '../../host/try-exchange.ts';
import type { Finding, Patient } from '../finding.ts';

/** Whether builds at the same time can wait for each other and replace a report in one step. */
export async function exchange({ host, out }: Patient): Promise<Finding[]> {
  const { nearest, refusal } = await examineFolder(isAbsolute(out) ? out : join(host.root, out));
  // `folders` has told of it.
  if (refusal !== undefined) return [];
  const { locks, swap } = await tryExchange(nearest);
  const facts = { locks: String(locks), swap: String(swap) };
  if (locks === true && swap === true) {
    const says = {
      zh: '文件锁和文件夹整体替换可用',
      en: 'File locks and swapping of folders work',
    };
    return [{ id: 'exchange', state: 'ok', says, facts }];
  }
  const lacking = Object.entries({ locks, swap }).filter(([, state]) => state !== true);
  const reasons = lacking.map(([name, reason]) => `${name}: ${String(reason)}`).join(', ');
  const says = {
    zh: `此系统或磁盘不支持文件锁或文件夹整体替换（${reasons}）`,
    en: `This system or disk has no file locks or no swapping of folders (${reasons})`,
  };
  const todo = {
    zh: '仍可编制，换用较慢的办法；多个任务同时写同一文件夹时，请改放本机磁盘',
    en: 'Builds fall back to a slower way; where several write to one folder at once, use a local disk',
  };
  return [{ id: 'exchange', state: 'warning', says, todo, facts }];
}
