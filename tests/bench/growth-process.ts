import { createHost } from '../../src/host.ts';
import type { ReportDocument } from '../../src/document/document.ts';
import { MakerThread } from '../../src/make/maker-thread.ts';
import type { MakeJob } from '../../src/make/maker.ts';
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
const thread = new MakerThread(host);
const jobOf = (report: ReportDocument): MakeJob => ({
  ...{ document: report, theme: composed.theme },
  ...{ keeps: false, audits: false },
});
try {
  // What is loaded and compiled at first use is no matter of pages.
  await goPdfRoute(browser, composed);
  await thread.make('docx', jobOf(composed.document));
  const route = await goPdfRoute(browser, { ...composed, document });
  const start = performance.now();
  const { file } = await thread.make('docx', jobOf(document));
  const docx = performance.now() - start;
  process.stdout.write(JSON.stringify({ ...route, docx, docxBytes: file?.bytes.length }));
} finally {
  await Promise.all([browser.close(), thread.close()]);
}
