import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { Diagnostics, ReportError } from '../diagnostics/diagnostic.ts';
import { reportRefusal } from '../load/report-refusal.ts';
import { noResults } from '../host/results.ts';
import { createHost } from '../host.ts';
import { buildReport, type Stage } from '../pipeline.ts';
import type { BuildAnswer, BuildTask, FromWorker, ToWorker } from './messages.ts';
import { defectOf } from './outcome.ts';
import { RemoteEngines } from './remote-engines.ts';

/** The worker's side of `BuildWorker`: builds one report after another, from reading to writing. */
if (!parentPort) throw new Error('A worker has to be started as one');
const port = parentPort;
const host = createHost(workerData as string);
const apart = { ...host, results: noResults };
const engines = new RemoteEngines(host, port);

port.on('message', (message: ToWorker) => {
  if ('task' in message) void build(message.task).then(finish);
});

function post(message: FromWorker): void {
  port.postMessage(message);
}

function finish(answer: BuildAnswer): void {
  post({ answer, heapMegabytes: getHeapStatistics().used_heap_size / 1024 / 1024 });
}

async function build({ request, language, strict, cache }: BuildTask): Promise<BuildAnswer> {
  const diagnostics = new Diagnostics(language, { strict });
  const onStage = (stage: Stage): void => {
    post({ stage });
  };
  try {
    const result = await buildReport(request, { host: cache ? host : apart, diagnostics, onStage }, engines);
    return { result, diagnostics: diagnostics.all };
  } catch (error) {
    const isInput = error instanceof ReportError || reportRefusal(error, diagnostics);
    return { result: undefined, diagnostics: diagnostics.all, ...(!isInput && { defect: defectOf(error) }) };
  }
}
