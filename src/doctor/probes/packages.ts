import { fileURLToPath } from 'node:url';
import type { Host } from '../../host.ts';
import type { Finding, Patient } from '../finding.ts';

interface Locked {
  readonly version?: string;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** How many names are told before the rest is a number. */
const shown = 5;

/**
 * Whether what is installed is what the lock file says, by npm's own record of what it installed: no package is opened. What a machine
 * may do without, optional packages and those for development, may be missing but not of another version.
 */
export async function packages({ host }: Patient): Promise<Finding[]> {
  const [locked, installed] = await Promise.all([
    readLock(host, 'package-lock.json'),
    readLock(host, 'node_modules/.package-lock.json'),
  ]);
  const todo = { zh: '运行 npm ci', en: 'Run npm ci' };
  if (!locked || !installed) {
    const says = { zh: '依赖包没有用 npm 安装', en: 'Packages were not installed by npm' };
    return [{ id: 'packages', state: installed || !locked ? 'warning' : 'failure', says, todo }];
  }
  const wrong: string[] = [];
  let count = 0;
  for (const [path, wanted] of Object.entries(locked)) {
    if (!path.startsWith('node_modules/') || wanted.version === undefined) continue;
    const found = installed[path]?.version;
    const isDispensable = wanted.optional ?? wanted.dev ?? wanted.devOptional ?? false;
    if (found !== undefined) count += 1;
    if (found === wanted.version || (found === undefined && isDispensable)) continue;
    wrong.push(`${path.replace(/^.*node_modules\//, '')} ${found ?? '—'} → ${wanted.version}`);
  }
  const facts = { count, wrong };
  if (wrong.length === 0) {
    const says = {
      zh: `依赖包 ${String(count)} 个，与锁定文件一致`,
      en: `${String(count)} packages, as locked`,
    };
    return [{ id: 'packages', state: 'ok', says, facts }];
  }
  const names = wrong.slice(0, shown).join(', ') + (wrong.length > shown ? ' …' : '');
  const says = {
    zh: `依赖包 ${String(wrong.length)} 个与锁定文件不符：${names}`,
    en: `${String(wrong.length)} packages are not as locked: ${names}`,
  };
  return [{ id: 'packages', state: 'failure', says, todo, facts }];
}

async function readLock(host: Host, path: string): Promise<Readonly<Record<string, Locked>> | undefined> {
  const text = await host.readText(fileURLToPath(new URL(`../../../${path}`, import.meta.url)));
  return text === undefined
    ? undefined
    : (JSON.parse(text) as { packages?: Readonly<Record<string, Locked>> }).packages;
}
