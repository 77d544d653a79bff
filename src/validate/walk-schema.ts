import { z } from 'zod';
import type { Path } from '../load/yaml-file.ts';

/** The schema at the end of a path, wrappers taken off; of a union the object branch, which is the one with a path. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let current: z.ZodType | undefined = unwrap(schema);
  for (const step of path) {
    if (current instanceof z.ZodObject) current = current.shape[String(step)] as z.ZodType | undefined;
    else if (current instanceof z.ZodRecord) current = current.valueType as z.ZodType;
    else if (current instanceof z.ZodArray) current = current.element as z.ZodType;
    else if (current instanceof z.ZodTuple)
      current = current.def.items[Number(step)] as z.ZodType | undefined;
    else return undefined;
    if (!current) return undefined;
    current = unwrap(current);
  }
  return current;
}

/** Keys a mapping at this schema may have; empty where any key goes. */
export function keysOf(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodUnion) {
    const options = (schema.options as z.ZodType[]).map(unwrap);
    return options.find((option) => option instanceof z.ZodObject) ?? schema;
  }
  return schema;
}
