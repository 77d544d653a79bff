import { parentPort, workerData } from 'node:worker_threads';
import { createHost } from '../../host.ts';
import { buildJob } from './build-job.ts';
import type { DocxAnswer, DocxJob } from './docx-worker.ts';

/** The worker's side of `DocxWorker`: build the documents it is sent and post them back, bytes moved, not copied. */
const host = createHost(workerData as string);

async function answer(job: DocxJob): Promise<DocxAnswer> {
  try {
    return { built: await buildJob(job, host) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (job: DocxJob) => {
  void answer(job).then((result) => {
    parentPort?.postMessage(result, 'built' in result ? [result.built.bytes.buffer as ArrayBuffer] : []);
  });
});
