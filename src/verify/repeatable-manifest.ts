import { z } from 'zod';
import { formatIds } from '../render/formats.ts';
import type { Manifest } from '../write/manifest.ts';

const texts = z.record(z.string(), z.string());
const text = z.string();

/** What is built from, and compared; anybody may have written the file. */
const schema = z.looseObject({
  tool: z.looseObject({ version: text, node: text }),
  report: z.looseObject({ region: text, period: text, theme: text, language: text }),
  asked: z.strictObject({
    formats: z.array(z.enum(formatIds)).min(1),
    docx: z.strictObject({ contentControls: z.boolean() }),
  }),
  browser: z.looseObject({ version: text }).optional(),
  fonts: texts,
  inputs: texts,
  records: texts,
  outputs: z.record(z.string(), z.looseObject({ sha256: text })),
});

/** A manifest that says enough to be built from; undefined for anything else. */
export function repeatableManifest(json: string | undefined): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(json ?? '');
    return schema.safeParse(value).success ? (value as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
