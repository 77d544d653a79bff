import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyProject, projectRoot } from '../project-copy.ts';
import { editProject } from './edit-project.ts';
import { randomFrom } from './random.ts';

/**
 * Edit a project at random, again and again, and build after each edit: once as everybody does, with what earlier builds have kept, and once from
 * nothing. Both must write the same bytes or say the same. Ends at the first difference and leaves all as it is to be looked at.
 * `npm run test:cache -- --edits 300 --seed 7`; PDF and DOCX after every `--every`th edit.
 */
const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '300' },
    every: { type: 'string', default: '15' },
    seed: { type: 'string', default: String(process.hrtime.bigint() % 1_000_000n) },
  },
});
const edits = Number(values.edits);
const random = randomFrom(Number(values.seed));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const copy = await copyProject();
const results = await mkdtemp(join(tmpdir(), 'whitepaper-results-'));
say(`seed ${values.seed}, ${String(edits)} edits in ${copy.root}`);
const reports = ['quanzhou 2021', 'xiamen 2022', 'ningbo 2020'];
let refused = 0;
for (let round = 1; round <= edits; round += 1) {
  const { what, undo } = editProject(copy.root, random);
  const report = reports[Math.floor(random() * reports.length)] ?? '';
  const formats = round % Number(values.every) === 0 ? 'pdf,docx,html' : 'html';
  const [kept, clean] = await Promise.all([
    build(report, formats, 'kept', results),
    build(report, formats, 'clean', 'off'),
  ]);
  if (kept.said !== clean.said || !isSame(kept.files, clean.files)) {
    say(`edit ${String(round)}, ${what}, ${report} ${formats}: not the same`);
    say(`with what was kept: ${kept.said}\nfrom nothing: ${clean.said}`);
    process.exit(1);
  }
  if (kept.files.size === 0) refused += 1;
  // Most edits stay for the next ones to build upon; what cannot be built does not.
  if (kept.files.size === 0 || random() < 0.5) undo();
  if (round % 25 === 0) say(`${String(round)} edits, ${String(refused)} refused by both, none differs`);
}
await copy.remove();
await rm(results, { recursive: true, force: true });

/** A build in a process of its own: what it said, without times, and what it wrote. */
async function build(
  report: string,
  formats: string,
  out: string,
  cache: string,
): Promise<{ said: string; files: Map<string, Buffer> }> {
  const [region = '', period = ''] = report.split(' ');
  const args = [join(projectRoot, 'bin/whitepaper.js'), 'build', period, '--region', region, '--json'];
  const env = { ...process.env, WHITEPAPER_ROOT: copy.root, WHITEPAPER_CACHE: cache };
  const child = spawn(process.execPath, [...args, '--format', formats, '--out', out], { env });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  // Unread, a thousand errors would fill the pipe, and the build would wait for a reader.
  child.stderr.resume();
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const { diagnostics } = JSON.parse(text) as { diagnostics: readonly { code: string; message: string }[] };
  const said = [`exit ${String(code)}`, ...diagnostics.map((one) => `${one.code} ${one.message}`)].join('\n');
  const files = new Map<string, Buffer>();
  if (code === 0) {
    const folder = join(copy.root, out, `${region}-${period}`);
    for (const name of (await readdir(folder)).sort()) files.set(name, await readFile(join(folder, name)));
  }
  return { said, files };
}

function isSame(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): boolean {
  const differs = ([name, bytes]: [string, Buffer]): boolean =>
    other.get(name)?.equals(new Uint8Array(bytes)) !== true;
  return one.size === other.size && ![...one].some(differs);
}
