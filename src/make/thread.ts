import { parentPort, workerData } from 'node:worker_threads';
import { createHost } from '../host.ts';
import { MakerHere } from './maker-here.ts';
import type { Answer, Question } from './maker-thread.ts';
import type { MakeJob } from './maker.ts';

/** The thread's side of `MakerThread`: make what is asked and post it back, bytes moved, not copied. */
const maker = new MakerHere(createHost(workerData as string));
// Loaded while figures are read; what cannot be will be missed by whoever needs it.
for (const needed of [
  import('../render/docx/render-with-pictures.ts'),
  import('../fonts/metrics.ts'),
  import('../fonts/subset.ts'),
])
  needed.catch(() => undefined);
let last: MakeJob | undefined;

async function answer({ id, wanted }: Question, job: MakeJob): Promise<Answer> {
  try {
    if (wanted === 'fonts') return { id, fonts: await maker.fonts(job) };
    const onRendered = (): void => {
      post({ id, rendered: true });
    };
    return { id, made: await maker.make(wanted, job, onRendered) };
  } catch (error) {
    return { id, defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function post(message: Answer): void {
  const bytes = 'made' in message ? message.made.file?.bytes.buffer : undefined;
  parentPort?.postMessage(message, bytes instanceof ArrayBuffer ? [bytes] : []);
}

parentPort?.on('message', (question: Question) => {
  last = question.job ?? last;
  if (last) void answer(question, last).then(post);
});
