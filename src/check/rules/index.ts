import type { Rule, RuleId } from '../check.ts';
import { base, cagr, change, growth, softBase } from './growth.ts';
import { atMost, equal } from './order.ts';
import { jump, rising, stock, unchanged } from './over-time.ts';
import { ratio } from './ratio.ts';
import { ledger, sealed } from './records.ts';
import { sameDigits } from './same-digits.ts';
import { sum } from './sum.ts';
import { rank, within } from './within.ts';

/** All rules, in the order their results are listed. */
export const rules: Readonly<Record<RuleId, Rule>> = {
  sum,
  ratio,
  growth,
  base,
  change,
  cagr,
  'at-most': atMost,
  equal,
  stock,
  rising,
  within,
  rank,
  jump,
  unchanged,
  'same-digits': sameDigits,
  'soft-base': softBase,
  ledger,
  sealed,
};
