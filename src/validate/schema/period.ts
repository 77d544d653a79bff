import { z } from 'zod';

/** What a report is of, and what its data file is called: a year, or a span of years. */
export const reportPeriod = /^\d{4}(-\d{4})?$/;

/**
 * What a figure is of: a year (2021), a span of years (2018-2020), an as-of month or day (2021-06, 2021-06-30), or the
 * part of a year its source covers without saying until when (2021-ytd).
 */
export const periodSchema = z.union([
  z.int().min(1900).max(2100),
  z.string().regex(/^\d{4}(-\d{4}|-\d{2}(-\d{2})?|-ytd)?$/),
]);
