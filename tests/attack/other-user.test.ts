import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, projectRoot, type ProjectCopy } from '../project-copy.ts';

/** A user without rights, by the number every system gives it. */
const nobody = 65_534;
const asNobody = [`--reuid=${String(nobody)}`, `--regid=${String(nobody)}`, '--clear-groups', '--'];
const program = join(projectRoot, 'bin', 'whitepaper.js');

/** Nothing is refused to the superuser, who alone can become somebody else. */
const canBecome = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const read = `require('fs').accessSync(${JSON.stringify(program)})`;
  return spawnSync('setpriv', [...asNobody, process.execPath, '-e', read]).status === 0;
})();
if (!canBecome)
  process.stderr.write('builds by a user without rights: SKIPPED, needs root, setpriv and a folder all can read\n'); // prettier-ignore

/** The rest by `npm run test:attack`. */
const isAsked = process.env.MODE === 'attack';

describe.runIf(canBecome)('to a user without rights', () => {
  let copy: ProjectCopy;
  let out: string;

  beforeAll(async () => {
    copy = await copyProject();
    chmodSync(copy.root, 0o755);
    out = join(copy.root, 'out');
    mkdirSync(join(out, 'xiamen-2022'), { recursive: true });
    writeFileSync(join(out, 'xiamen-2022', 'xiamen-2022.html'), 'old');
  });
  afterAll(() => copy.remove());

  /** Build as that user; what is said to a person, and what is left of the old output. */
  function build(): { readonly code: number | null; readonly said: string; readonly left: unknown } {
    const home = join(copy.root, 'home');
    mkdirSync(home, { recursive: true });
    chownSync(home, nobody, nobody);
    const env = {
      ...process.env,
      LC_ALL: 'zh_CN.UTF-8',
      HOME: home,
      TMPDIR: home,
      XDG_CACHE_HOME: '',
      WHITEPAPER_ROOT: copy.root,
    };
    const asked = ['build', '2022', '--region', 'xiamen', '--format', 'html', '--out', out];
    const { status, stdout, stderr } = spawnSync('setpriv', [...asNobody, process.execPath, program, ...asked], {
      env,
      encoding: 'utf8',
    }); // prettier-ignore
    const left = readdirSync(out).map((name) => [name, readdirSync(join(out, name))]);
    expect(stdout + stderr).not.toMatch(/^\s+at /m);
    return { code: status, said: stdout + stderr, left };
  }
  const untouched = [['xiamen-2022', ['xiamen-2022.html']]];
  const isOld = (): boolean => readFileSync(join(out, 'xiamen-2022', 'xiamen-2022.html'), 'utf8') === 'old';

  it('an out folder of somebody else is named, and stays as it is', () => {
    const { code, said, left } = build();
    expect([code, left, isOld()]).toEqual([1, untouched, true]);
    expect(said).toMatch(/OUTPUT_NOT_WRITTEN/);
    expect(said).toContain('xiamen-2022');
  });

  it.runIf(isAsked)('an out folder that cannot even be looked into is named', () => {
    chmodSync(out, 0o700);
    const { code, said, left } = build();
    chmodSync(out, 0o755);
    expect([code, left, isOld()]).toEqual([1, untouched, true]);
    expect(said).toMatch(/OUTPUT_NOT_WRITTEN/);
  });

  const unreadable = ['data/xiamen/2022.yaml', 'data/units.yaml', 'templates/charts/patent-grants.vl.yaml', 'templates/sections/creation.hbs']; // prettier-ignore
  it.each(isAsked ? unreadable : unreadable.slice(0, 1))(
    '%s that cannot be read is named, and the old output stays', (file) => {
      execFileSync('chown', ['-R', String(nobody), out]);
      chmodSync(join(copy.root, file), 0);
      const { code, said, left } = build();
      chmodSync(join(copy.root, file), 0o644);
      expect([code, left, isOld()]).toEqual([1, untouched, true]);
      expect(said).toMatch(/FILE_UNREADABLE/);
      expect(said).toMatch(new RegExp(`${file} 读不出来（没有读取权限`));
    }); // prettier-ignore

  it.runIf(isAsked)('a folder of data that cannot be looked into is named', () => {
    chmodSync(join(copy.root, 'data/indicators'), 0);
    const { code, said } = build();
    chmodSync(join(copy.root, 'data/indicators'), 0o755);
    expect([code, isOld()]).toEqual([1, true]);
    expect(said).toContain('data/indicators 读不出来');
  });

  it.runIf(isAsked)('all that can be read and written is built', () => {
    rmSync(join(out, 'xiamen-2022', 'xiamen-2022.html'));
    expect(build().code).toBe(0);
    expect(readdirSync(join(out, 'xiamen-2022'))).toContain('manifest.json');
  });
});
