import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHost } from '../../src/host.ts';
import { formatIds, type FormatId } from '../../src/render/formats.ts';
import { Press } from '../../src/server/documents/press.ts';
import type { PressTask } from '../../src/server/documents/press-task.ts';
import { startPreview, type Preview } from '../../src/server/start-preview.ts';
import { sha256 } from '../../src/cache/digest.ts';
import { builtReports } from '../built-reports.ts';
import { runProject, quietRun } from '../examine-project.ts';
import { composeReport } from '../../src/pipeline.ts';
import { copyProject, projectRoot, type ProjectCopy } from '../project-copy.ts';

// The documents of a draft are those the build writes, and whatever goes wrong with them stays with them.

const timeout = 180_000;
const file = 'data/xiamen/2022.yaml';
const figure = 'granted: { invention: 5274';
let project: ProjectCopy;
let preview: Preview;
let token: string;

beforeAll(async () => {
  project = await copyProject();
  preview = await startPreview({
    request: { region: undefined, period: '2022', theme: 'whitepaper', language: 'zh-CN' },
    host: createHost(project.root),
    language: 'zh',
    port: undefined,
    readOnly: true,
    onBuild: () => undefined,
  });
  const page = await (await fetch(preview.address)).text();
  token = /name="preview-token" content="([^"]+)"/.exec(page)?.[1] ?? '';
}, timeout);
afterAll(async () => {
  await preview.close();
  await project.remove();
});

const get = (path: string): Promise<Response> =>
  fetch(preview.address + path, { headers: { 'X-Preview-Token': token } });
const bytesOf = async (response: Response): Promise<Uint8Array> =>
  new Uint8Array(await response.arrayBuffer());
const isEqual = (one: Uint8Array, other: Uint8Array): boolean => sha256(one) === sha256(other);

/** Save, and wait until a document is asked of the draft made from it. */
async function save(text: string, wanted: (answer: Response) => boolean): Promise<Response> {
  await project.write(file, text);
  for (;;) {
    const answer = await get('document.html');
    if (wanted(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test(
  'they have the names and the bytes of the build, after saves as before them',
  async () => {
    const good = await project.read(file);
    const first = await get('document.html');
    const page = Number(first.headers.get('Draft-Page'));
    const other = new Map<FormatId, Uint8Array>([['html', await bytesOf(first)]]);
    await save(good.replace(figure, 'granted: { invention: 5275'), ({ headers }) => Number(headers.get('Draft-Page')) > page); // prettier-ignore
    other.set('docx', await bytesOf(await get('document.docx')));
    await save(good, ({ headers }) => Number(headers.get('Draft-Page')) > page + 1);
    const made = new Map<FormatId, Uint8Array>();
    for (const format of formatIds) {
      const answer = await get(`document.${format}`);
      expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="xiamen-2022.${format}"`);
      made.set(format, await bytesOf(answer));
    }
    // Last: the build all tests share may still be at work.
    const built = await builtReports('whitepaper');
    for (const [format, bytes] of made)
      expect(isEqual(bytes, await built.read('xiamen-2022', format)), format).toBe(true);
    expect(isEqual(made.get('html')!, other.get('html')!)).toBe(true);
    expect(isEqual(made.get('docx')!, other.get('docx')!)).toBe(false);
  },
  timeout,
);

test(
  'while the data are wrong the last good ones are given',
  async () => {
    const good = await project.read(file);
    const before = await bytesOf(await get('document.html'));
    await project.write(file, good.replace(figure, 'granted: { inventoin: 5274'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const answer = await get('document.html');
    expect(answer.status).toBe(200);
    expect(isEqual(await bytesOf(answer), before)).toBe(true);
    await project.write(file, good);
  },
  timeout,
);

test(
  'they are for the preview’s own pages, and of three kinds',
  async () => {
    for (const path of ['document.pdf', 'document.docx', 'document.html', 'api/layout', 'api/progress']) {
      expect((await fetch(preview.address + path)).status).toBe(403);
      expect((await fetch(`${preview.address}${path}?token=${'A'.repeat(32)}`)).status).toBe(403);
    }
    for (const path of ['document.exe', 'document.pdfx', 'document.', 'document.pdf/x'])
      expect((await get(path)).status).toBe(404);
    const impossible = preview.address.replace('/2022/', '/1999/');
    const answer = await fetch(`${impossible}document.docx?token=${token}`);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ page: 0, problems: [{ code: 'PERIOD_UNKNOWN' }] });
  },
  timeout,
);

test(
  'a document that cannot be made, a process that ends and one nobody waits for harm no other',
  async () => {
    const { examined } = await runProject();
    const document = await composeReport(examined!, quietRun(projectRoot));
    const task: PressTask = { document, theme: examined!.inputs.theme, format: 'html', language: 'zh' };
    const press = new Press(createHost());
    try {
      const made = await press.run(task);
      expect(made.file?.bytes.length).toBeGreaterThan(100_000);
      await expect(press.run({ ...task, document: { ...document, drawings: {} } })).rejects.toThrow(/rawing/);
      const abort = new AbortController();
      const dropped = press.run(task, abort.signal);
      abort.abort();
      await expect(dropped).rejects.toThrow(/abort/);
      const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)]).toString();
      const own = children
        .split('\n')
        .find((line) => line.includes('press-process') && line.endsWith(projectRoot));
      const pid = Number.parseInt(own ?? '', 10);
      const cut = press.run(task);
      process.kill(pid, 'SIGKILL');
      await expect(cut).rejects.toMatchObject({ name: 'PressEnded' });
      expect(isEqual((await press.run(task)).file!.bytes, made.file!.bytes)).toBe(true);
    } finally {
      await press.close();
    }
    await expect(press.run(task)).rejects.toThrow();
  },
  timeout,
);
