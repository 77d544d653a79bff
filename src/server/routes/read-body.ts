import type { Context } from 'hono';
import type { z } from 'zod';

/** The JSON a request brings; undefined where it is none, or not of the form. */
export async function readBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const result = schema.safeParse(body);
  return result.success ? result.data : undefined;
}
