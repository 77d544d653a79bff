import { caseOf } from './samples.ts';
import { tryCase, type Verdict } from './try-case.ts';

/** A number of a case from the parent, what came of it back: the parent watches that it comes in time. */
export interface Question {
  readonly seed: number;
  readonly index: number;
}

/** What came of it, and how long the processor was at it: on a busy machine the clock says nothing. */
export interface Answer extends Verdict {
  readonly seconds: number;
}

process.on('message', ({ seed, index }: Question) => {
  const before = process.cpuUsage();
  void tryCase(caseOf(seed, index), { docxEvery: 50 }).then((verdict) => {
    const { user, system } = process.cpuUsage(before);
    process.send?.({ ...verdict, seconds: (user + system) / 1e6 } satisfies Answer);
  });
});
process.send?.('ready');
