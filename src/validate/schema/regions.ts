import { z } from 'zod';
import { localized, plainText } from './text.ts';

/** `data/regions.yaml`: who publishes, under which names. */
export const regionsSchema = z.strictObject({
  default_region: plainText.describe('不写 --region 时编制的地区'),
  regions: z.record(
    z.string().regex(/^[a-z][a-z0-9-]*$/),
    z.strictObject({
      name: localized.describe('全称，例如 某某市'),
      short_name: localized.describe('简称，例如 某某'),
      level: z.enum(['nation', 'province', 'sub-provincial-city', 'prefecture-city', 'county', 'group']),
      province: localized.optional(),
      peers: z.array(plainText).optional().describe('可以对照的地区，须在本文件中'),
    }),
  ),
});

export type Regions = z.infer<typeof regionsSchema>;
export type Region = Regions['regions'][string];
