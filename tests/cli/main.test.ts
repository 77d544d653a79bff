import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyProject, projectRoot, type ProjectCopy } from '../project-copy.ts';

let copy: ProjectCopy;
beforeAll(async () => {
  copy = await copyProject();
});
afterAll(() => copy.remove());

function main(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('node', [join(projectRoot, 'bin/whitepaper.js'), ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: { ...process.env, WHITEPAPER_ROOT: copy.root, LC_ALL: 'zh_CN.UTF-8' },
  });
}

it('the program ends with the exit code of its command and speaks the language of the terminal', async () => {
  const good = main('check', '2022', '--json');
  expect(good.status).toBe(0);
  expect((JSON.parse(good.stdout) as { ok: boolean }).ok).toBe(true);
  expect(good.stderr).toContain('核对');
  expect(main('chekc').status).toBe(2);
  await copy.edit('data/xiamen/2022.yaml', 'invention: 5274', 'invention: 0x10');
  const bad = main('build', '2022');
  expect(bad).toMatchObject({ status: 1, stdout: '' });
  expect(bad.stderr).toContain('data/xiamen/2022.yaml:50:27');
  expect(bad.stderr).not.toMatch(/^\s+at /m);
});
