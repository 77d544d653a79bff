import { z } from 'zod';
import { catalogueSchema, type Catalogue } from './schema/catalogue.ts';
import { chartSchema } from './schema/chart.ts';
import { departmentsSchema } from './schema/departments.ts';
import { ledgerSchema } from './schema/ledger.ts';
import { localeSchema } from './schema/locale.ts';
import { regionsSchema } from './schema/regions.ts';
import { buildReportSchema } from './schema/report.ts';
import { rulesSchema } from './schema/rules.ts';
import { sealSchema } from './schema/seal.ts';
import { themeFileSchema } from './schema/theme.ts';
import { unitsSchema } from './schema/units.ts';

/** The schema of each kind of YAML file, by the name its files give in their first line. */
export function fileSchemas(catalogue: Catalogue): Record<string, z.ZodType> {
  return {
    regions: regionsSchema,
    departments: departmentsSchema,
    rules: rulesSchema,
    sealed: sealSchema,
    units: unitsSchema,
    indicators: catalogueSchema,
    report: buildReportSchema(catalogue),
    ledger: ledgerSchema,
    chart: chartSchema,
    theme: themeFileSchema,
    locale: localeSchema,
  };
}

/**
 * The JSON Schema of each kind of YAML file, made from the schemas the program itself validates with: editors complete
 * keys and underline mistakes by them. `schemas/<name>.schema.json`; a test keeps files and schemas equal.
 */
export function jsonSchemas(catalogue: Catalogue): Record<string, object> {
  return Object.fromEntries(
    Object.entries(fileSchemas(catalogue)).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: 'input', target: 'draft-7', reused: 'ref' }),
    ]),
  );
}
