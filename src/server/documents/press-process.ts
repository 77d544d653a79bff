import { Diagnostics, type Reporter } from '../../diagnostics/diagnostic.ts';
import { tell } from '../../diagnostics/recorded.ts';
import { createHost } from '../../host.ts';
import { beginAudit, makeDocuments } from '../../printing.ts';
import { OwnEngines } from '../../make/engines.ts';
import type { PageDiagnostic, PressAnswer, PressMessage, PressResult, PressTask } from './press-task.ts';

/** The process's side of `Press`: makes and audits documents with engines it keeps, for as long as it is connected. */
const host = createHost(process.argv[2]);
const engines = new OwnEngines(host);
const running = new Map<number, AbortController>();

process.on('message', (message: PressMessage) => {
  if ('cancel' in message) running.get(message.cancel)?.abort();
  else void answer(message);
});
process.once('disconnect', () => void engines.close().finally(() => process.exit()));

async function answer({ id, task }: Extract<PressMessage, { id: number }>): Promise<void> {
  const abort = new AbortController();
  running.set(id, abort);
  try {
    const result = task.finished ? await audit(task, task.finished) : await make(task, abort.signal);
    post({ id, result });
  } catch (error) {
    post({ id, defect: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    running.delete(id);
  }
}

function post(message: PressAnswer): void {
  // Whoever asked may be gone by now, and then nobody is left to tell.
  if (process.connected) process.send?.(message, undefined, {}, () => undefined);
}

async function make(
  { document, theme, format, language }: PressTask,
  signal: AbortSignal,
): Promise<PressResult> {
  const diagnostics = new Diagnostics(language);
  const job = { document, theme, keeps: true, audits: false };
  const { file, problems = [] } =
    (await makeDocuments([format], job, { host, engines, signal })).get(format) ?? {};
  tell(problems, diagnostics);
  if (format === 'pdf') engines.browser.keepPage();
  return { diagnostics: diagnostics.all, ...(file && { file }) };
}

/** What the build would find in the finished file, each with its page. */
async function audit(
  { document, theme, format, language }: PressTask,
  bytes: Uint8Array,
): Promise<PressResult> {
  const diagnostics = new Diagnostics(language);
  const found: PageDiagnostic[] = [];
  const reporter: Reporter = {
    report(code, details, ...rest) {
      const before = diagnostics.all.length;
      diagnostics.report(code, details, ...rest);
      const { where } = details as { readonly where?: { readonly page?: number } };
      const page = where?.page;
      for (const one of diagnostics.all.slice(before))
        found.push(page === undefined ? one : { ...one, page });
    },
  };
  const run = beginAudit(document, [format], reporter, theme.tokens);
  run.take(format, { bytes });
  await run.finish();
  return { diagnostics: found };
}
