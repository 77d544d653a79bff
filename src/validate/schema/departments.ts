import { z } from 'zod';
import { localized, plainText } from './text.ts';

const department = z.strictObject({
  name: localized.describe('在本文件中统一的名称'),
  kind: z
    .enum(['government', 'party', 'judicial', 'central', 'zone', 'organisation', 'group'])
    .describe('政府部门、党委部门、司法机关、中央驻地单位、开发区、团体、一组单位'),
  aliases: z.array(plainText).default([]).describe('来源中的其他写法'),
});

/** `data/departments.yaml`: who is responsible for tasks, with the spellings sources use. */
export const departmentsSchema = z.strictObject({
  departments: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), department),
});

export type Departments = z.infer<typeof departmentsSchema>['departments'];
