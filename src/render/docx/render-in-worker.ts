import { Worker } from 'node:worker_threads';
import type { ReportDocument } from '../../compose/document.ts';
import type { Theme } from '../../validate/schema/theme.ts';
import { rasterizePictures, type Pictures } from './pictures.ts';
import { reportDoubts, type BuiltDocx, type DocxResult, type DocxTools } from './render-docx.ts';

/** What travels into the worker: plain data only. */
export interface DocxJob {
  readonly document: ReportDocument;
  readonly theme: Theme;
  readonly pictures: Pictures;
  /** `host.root`, to make the same host there. */
  readonly root: string;
}

/**
 * `renderDocx` in a thread of its own: the page estimate keeps a core busy for a second, in which the PDF is printed.
 * The same bytes; the same errors, by message. `signal` ends the worker.
 */
export async function renderDocxInWorker(
  document: ReportDocument,
  theme: Theme,
  tools: DocxTools,
  signal?: AbortSignal,
): Promise<DocxResult> {
  signal?.throwIfAborted();
  const pictures = await rasterizePictures(document, tools.rasterize);
  const built = await run({ document, theme, pictures, root: tools.host.root }, signal);
  reportDoubts(built, tools.diagnostics);
  return { bytes: built.bytes, pages: built.pages };
}

/** On Node 20 a worker does not get tsx from the main thread, so it is told where to find it before the first `.ts`. */
const start = `
  import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})
    .then(({ register }) => {
      register();
      return import(${JSON.stringify(new URL('./worker.ts', import.meta.url).href)});
    })
    .catch((error) => setImmediate(() => { throw error; }));
`;

function run(job: DocxJob, signal: AbortSignal | undefined): Promise<BuiltDocx> {
  const worker = new Worker(start, { eval: true, execArgv: [], workerData: job });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  return new Promise<BuiltDocx>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(
        signal?.aborted === true
          ? (signal.reason as Error)
          : new Error(`DOCX worker ended with code ${code}`),
      );
    });
  }).finally(() => signal?.removeEventListener('abort', stop));
}
