import { fileURLToPath } from 'node:url';
import type { Finding, Patient } from '../finding.ts';

/** Whether this Node is one the project runs on, by `engines` of its package.json. */
export async function node({ host }: Patient): Promise<Finding[]> {
  const file = fileURLToPath(new URL('../../../package.json', import.meta.url));
  const { engines } = JSON.parse((await host.readText(file)) ?? '{}') as { engines?: { node?: string } };
  const needed = /\d+(\.\d+)*/.exec(engines?.node ?? '')?.[0] ?? '0';
  const version = process.versions.node;
  const system = `${process.platform} ${process.arch}`;
  const facts = { version, needed, system };
  const says = { zh: `Node ${version}（${system}）`, en: `Node ${version} (${system})` };
  if (isAtLeast(version, needed)) return [{ id: 'node', state: 'ok', says, facts }];
  const todo = {
    zh: `需要 ${needed} 或更高；从 https://nodejs.org 安装`,
    en: `${needed} or later is needed; install it from https://nodejs.org`,
  };
  return [{ id: 'node', state: 'failure', says, todo, facts }];
}

function isAtLeast(version: string, needed: string): boolean {
  const [have, want] = [version.split('.').map(Number), needed.split('.').map(Number)];
  for (const [index, part] of want.entries()) {
    const difference = (have[index] ?? 0) - part;
    if (difference !== 0) return difference > 0;
  }
  return true;
}
