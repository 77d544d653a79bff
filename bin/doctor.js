#!/usr/bin/env node
// What must be there before the program itself can say what is missing. Old syntax on purpose: an old Node reads this, too.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const isChinese = !/^en/.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');
const major = Number(process.versions.node.split('.')[0]);

function refuse(zh, en) {
  const message = isChinese ? zh : en;
  if (process.argv.includes('--json')) {
    const finding = { id: 'start', state: 'failure', message, hint: null, facts: {} };
    process.stdout.write(`${JSON.stringify({ ok: false, exitCode: 1, findings: [finding] }, null, 2)}\n`);
  } else process.stdout.write(`✗ ${message}\n`);
  process.exitCode = 1;
}

if (major < 20) {
  refuse(
    `Node ${process.versions.node} 太旧，需要 20.19 或更高；从 https://nodejs.org 安装`,
    `Node ${process.versions.node} is too old; install 20.19 or later from https://nodejs.org`,
  );
} else if (!existsSync(fileURLToPath(new URL('../node_modules/tsx/package.json', import.meta.url)))) {
  refuse('依赖包还没有安装：运行 npm ci', 'Packages are not installed: run npm ci');
} else {
  process.argv.splice(2, 0, 'doctor');
  await import('./whitepaper.js');
}
