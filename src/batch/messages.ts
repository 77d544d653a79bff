import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BuildRequest, Stage } from '../pipeline.ts';
import type { Browser } from '../render/pdf/browser.ts';
import type { BrowserUnavailable } from '../render/pdf/browser-unavailable.ts';
import type { Printed, PrintJob } from '../render/pdf/print.ts';
import type { Written } from '../write/write-report.ts';
import type { Defect } from './outcome.ts';

/** A report to be built; plain data, as everything between threads. */
export interface BuildTask {
  readonly request: BuildRequest;
  /** Of diagnostics. */
  readonly language: 'zh' | 'en';
  readonly strict: boolean;
  /** Whether what earlier runs have kept may be used. */
  readonly cache: boolean;
}

/** What came of a task. */
export interface BuildAnswer {
  readonly result: Written | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly defect?: Defect | undefined;
}

/** What a worker asks of the one browser: to be ready, or to print. */
export type BrowserQuestion = { readonly print: Omit<PrintJob, 'signal'> } | { readonly print?: undefined };
export type BrowserReady = Awaited<ReturnType<Browser['ready']>>;

/** How an errand to the browser ended. Classes do not survive the way between threads; their content does. */
export type BrowserAnswer =
  | { readonly printed: Printed }
  | { readonly ready: BrowserReady }
  | { readonly unavailable: BrowserUnavailable['why'] }
  | { readonly broke: string }
  | { readonly defect: Defect };

/** From a worker. */
export type FromWorker =
  | { readonly stage: Stage }
  | { readonly errand: number; readonly question: BrowserQuestion }
  | { readonly answer: BuildAnswer; readonly heapMegabytes: number };

/** To a worker. */
export type ToWorker =
  { readonly task: BuildTask } | { readonly errand: number; readonly answer: BrowserAnswer };
