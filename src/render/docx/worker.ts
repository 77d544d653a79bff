import { parentPort, workerData } from 'node:worker_threads';
import { toPng } from '../../charts/rasterize.ts';
import { facePath, typefacesOf } from '../../fonts/faces.ts';
import { createHost } from '../../host.ts';
import type { DocxAnswer, DocxJob } from './docx-worker.ts';
import { rasterizePictures } from './pictures.ts';
import { buildDocx } from './render-docx.ts';

/** The worker's side of `DocxWorker`: build the documents it is sent and post them back, bytes moved, not copied. */
const host = createHost(workerData as string);

async function answer(job: DocxJob): Promise<DocxAnswer> {
  try {
    const { faces } = job.theme.tokens;
    const fonts = {
      files: typefacesOf(faces).map((face) => facePath(face, host)),
      family: faces.sans.family,
    };
    const pictures = await rasterizePictures(job.document, (svg) => toPng(svg, fonts));
    return { built: await buildDocx(job, pictures, host) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (job: DocxJob) => {
  void answer(job).then((result) => {
    parentPort?.postMessage(result, 'built' in result ? [result.built.bytes.buffer as ArrayBuffer] : []);
  });
});
