import { createHost } from '../../src/host.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { DocxWorker } from '../../src/render/docx/docx-worker.ts';
import { Browser } from '../../src/render/pdf/browser.ts';
import { goPdfRoute } from './pdf-route.ts';
import { composeForBench } from './print-html.ts';
import { stressDocument } from './stress-document.ts';

// One report, its chapters so many times over, as PDF and as DOCX in a process of its own, so that its memory is its own, too.
const [period = '2022', times = '1'] = process.argv.slice(2);
const host = createHost();
const composed = await composeForBench(period);
const document = stressDocument(composed.document, Number(times));
const browser = new Browser(host);
const worker = new DocxWorker(host);
try {
  // What is loaded and compiled at first use is no matter of pages.
  await goPdfRoute(browser, composed);
  await worker.render(composed.document, composed.theme, new Diagnostics());
  const route = await goPdfRoute(browser, { ...composed, document });
  const start = performance.now();
  const { bytes } = await worker.render(document, composed.theme, new Diagnostics());
  const docx = performance.now() - start;
  process.stdout.write(JSON.stringify({ ...route, docx, docxBytes: bytes.length }));
} finally {
  await Promise.all([browser.close(), worker.close()]);
}
