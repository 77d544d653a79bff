import { z } from 'zod';
import { plainText } from './text.ts';

/** `data/<region>/<period>.sealed.yaml`: what was published, written by `npm run seal`. */
export const sealSchema = z.strictObject({
  outputs: z.record(plainText, z.string()).describe('各输出的 SHA-256'),
  figures: z
    .record(plainText, z.strictObject({ value: z.string(), unit: plainText }))
    .describe('公布的数：键 → 数值和单位'),
});

export type Seal = z.infer<typeof sealSchema>;
