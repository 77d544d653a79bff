import { Decimal } from 'decimal.js';

/**
 * Exact decimals. 40 digits carry any quotient of printed figures far past the place it is rounded at; rounding is
 * half up, once, at the end (GB/T 8170-2008 fixes the place first and forbids rounding twice).
 */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;

/** Digits with a fixed number of decimals, never in exponent form. */
export function toDigits(value: Exact, decimals: number): string {
  return value.toFixed(decimals);
}
