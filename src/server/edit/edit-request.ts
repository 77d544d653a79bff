import { z } from 'zod';
import { editableStatuses } from './editable.ts';

const longestNumber = 80;

/** What a page asks for when a figure is to be changed. */
export const editRequest = z.strictObject({
  key: z.string().max(500),
  /** As typed. */
  value: z.string().max(longestNumber),
  /** Upper end of a range, as typed. */
  to: z.string().max(longestNumber).optional(),
  status: z.enum(editableStatuses).optional(),
  /** Mark of the file's text the page was made from. */
  base: z.string().max(100),
  /** Only say what would come of it. */
  dryRun: z.boolean(),
  /** Save although checks speak against it. */
  anyway: z.boolean().default(false),
});

export type EditRequest = z.infer<typeof editRequest>;
