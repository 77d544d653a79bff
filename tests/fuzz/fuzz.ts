import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { unifiedDiff } from '../../src/readback/unified-diff.ts';
import { caseOf, textOf } from './samples.ts';
import type { Answer } from './worker.ts';

// Changes files of the samples by chance, and looks for what the program does not bear: `npm run fuzz -- --seed 7 --count 5000`.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '5000' },
    from: { type: 'string', default: '0' },
    workers: { type: 'string', default: '2' },
  },
});
const seed = Number(values.seed);
const from = Number(values.from);
const to = from + Number(values.count);

/** Nothing an officer types may take the processor longer, in seconds; the first case of a worker loads fonts and libraries besides. */
const longest = 5;
const longestFirst = 30;
/** Milliseconds by the clock until a case is taken to hang: others may be at the same processor. */
const patience = 60_000;

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const folder = mkdtempSync(join(tmpdir(), 'whitepaper-fuzz-'));
const ends = new Map<string, number>();
const codes = new Set<string>();
const known = new Map<string, number>();
let next = from;

/** One process after another until the cases are used up: one that hangs is ended, and the next takes its place. */
async function work(): Promise<void> {
  while (next < to) {
    const child = fork(worker, {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await answer(child);
    let limit = longestFirst;
    while (next < to) {
      const index = next++;
      child.send({ seed, index });
      const verdict = await answer(child);
      note(index, verdict, limit);
      limit = longest;
      if (typeof verdict === 'string') break;
    }
    child.kill('SIGKILL');
  }
}

/** What the worker says next, or why it says nothing. */
function answer(child: ChildProcess): Promise<Answer | string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve('hangs');
    }, patience);
    const exited = (code: number | null): void => {
      clearTimeout(timer);
      resolve(`ends the process with code ${String(code)}`);
    };
    child.once('exit', exited);
    child.once('message', (message) => {
      clearTimeout(timer);
      child.off('exit', exited);
      resolve(message as Answer);
    });
  });
}

function note(index: number, verdict: Answer | string, limit: number): void {
  const { end, seconds, codes: found, ...told } = typeof verdict === 'string' ? failed(verdict) : verdict;
  const late = seconds > limit ? [`takes the processor longer than ${String(limit)} s`] : [];
  const faults = [...told.faults, ...late];
  const kind = faults.length > 0 ? 'faulty' : end;
  ends.set(kind, (ends.get(kind) ?? 0) + 1);
  for (const code of found) codes.add(code);
  for (const fault of faults) {
    const same = fault.replace(/\d+/g, '#').slice(0, 120);
    const before = known.get(same) ?? 0;
    known.set(same, before + 1);
    if (before === 0) tell(index, fault);
  }
}

const failed = (fault: string): Answer => ({
  faults: [fault],
  end: 'refused',
  codes: [],
  seconds: 0,
});

/** Where the file lies that brought it about, and what differs in it. */
function tell(index: number, fault: string): void {
  const { file, region, period, theme, mutation } = caseOf(seed, index);
  const stored = join(folder, `${String(index)}-${basename(file)}`);
  writeFileSync(stored, new Uint8Array(mutation.bytes));
  const lines = unifiedDiff(file, textOf(file), mutation.bytes.toString()).split('\n');
  say(`\n#${String(index)} ${region} ${period} ${theme}, ${file} (${mutation.how}): ${fault}`);
  say(`${lines.slice(0, 30).join('\n').slice(0, 3000)}\n${stored}`);
  say(`again: npm run fuzz -- --seed ${String(seed)} --from ${String(index)} --count 1`);
}

say(`seed ${String(seed)}, cases ${String(from)} to ${String(to - 1)}`);
await Promise.all(Array.from({ length: Number(values.workers) }, work));
const faulty = ends.get('faulty') ?? 0;
say(`${JSON.stringify(Object.fromEntries(ends))}, ${String(codes.size)} kinds of diagnostics met`);
for (const [fault, count] of known) say(`${String(count)} × ${fault}`);
process.exitCode = faulty === 0 ? 0 : 1;
