import { caseOf } from './samples.ts';
import { tryCase } from './try-case.ts';

/** A number of a case from the parent, what came of it back: the parent watches that it comes in time. */
export interface Question {
  readonly seed: number;
  readonly index: number;
}

process.on('message', ({ seed, index }: Question) => {
  void tryCase(caseOf(seed, index), { docxEvery: 50 }).then((verdict) => process.send?.(verdict));
});
process.send?.('ready');
