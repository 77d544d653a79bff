import { z } from 'zod';
import { sourceId } from './figure-form.ts';
import { periodSchema } from './period.ts';
import { plainText, prose } from './text.ts';

/** Day, month or year, as exact as the source has it. */
export const dateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/).describe('2023、2023-04 或 2023-04-21'); // prettier-ignore

const level = z.enum(['national', 'provincial', 'city', 'industry']);
const shared = { source: sourceId.optional(), text: prose.optional() };

const activity = z.strictObject({
  title: plainText,
  date: dateSchema.optional(),
  place: plainText.optional(),
  content: plainText.optional(),
  hosts: z.array(plainText).optional().describe('主办'),
  organisers: z.array(plainText).optional().describe('承办'),
  co_organisers: z.array(plainText).optional().describe('协办'),
  participants: z.array(plainText).optional().describe('参加'),
  ...shared,
});
const measure = z.strictObject({
  title: plainText,
  date: dateSchema.optional(),
  issuers: z.array(plainText).optional(),
  ...shared,
});
const honour = z.strictObject({
  title: plainText,
  level,
  recipient: plainText.optional(),
  awarded_by: plainText.optional(),
  year: periodSchema.optional(),
  ...shared,
});
const institution = z.strictObject({
  title: plainText,
  date: dateSchema.optional(),
  place: plainText.optional(),
  ...shared,
});
const typicalCase = z.strictObject({
  title: plainText.describe('案名；个人用“某”'),
  date: dateSchema.optional(),
  agency: plainText.optional().describe('办理机关'),
  level: level.optional().describe('入选哪一级的典型案例'),
  ...shared,
});
const event = z.strictObject({ title: plainText, date: dateSchema, ...shared });

/** Things a report lists rather than counts; templates say where each list goes. */
export const listsSchema = z.strictObject({
  activities: z.array(activity).optional().describe('活动'),
  measures: z.array(measure).optional().describe('政策措施'),
  honours: z.array(honour).optional().describe('荣誉'),
  institutions: z.array(institution).optional().describe('机构与平台'),
  cases: z.array(typicalCase).optional().describe('典型案例'),
  events: z.array(event).optional().describe('大事记，按日期排列'),
});

export type Lists = z.infer<typeof listsSchema>;
