import { parentPort, workerData } from 'node:worker_threads';
import { createHost } from '../../host.ts';
import { buildDocx } from './render-docx.ts';
import type { DocxJob } from './render-in-worker.ts';

/** The worker's side of `renderDocxInWorker`: build one document and post it back, its bytes transferred, not copied. */
const { document, theme, pictures, root } = workerData as DocxJob;
const built = await buildDocx(document, theme, pictures, createHost(root));
parentPort?.postMessage(built, [built.bytes.buffer as ArrayBuffer]);
