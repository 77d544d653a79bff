import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';

/** What a request brings, as the schema has it; anything else is answered with 400 and not said what is wrong with. */
export async function readBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch {
    throw new HTTPException(400, { message: 'not JSON' });
  }
  const { success, data } = schema.safeParse(body);
  if (!success) throw new HTTPException(400, { message: 'not what is expected' });
  return data;
}
