import { z } from 'zod';

/** `templates/locales/<tag>.yaml`: every word the templates and renderers print that is not data. */
export const localeSchema = z.strictObject({
  name: z.string(),
  words: z.record(z.string(), z.string()),
});

export type Locale = z.infer<typeof localeSchema>;
