import { Diagnostics, ReportError } from '../diagnostics/diagnostic.ts';
import { jsonSchemas } from '../validate/json-schemas.ts';
import { readCatalogue } from '../validate/validate-catalogue.ts';
import type { Command } from './command.ts';
import { printDiagnostics } from './report-runs.ts';
import { exitCodes } from './exit-codes.ts';

/** `npm run schemas`: write the JSON Schemas editors use; run after a change of the catalogue or of a schema. */
export const schemas: Command = async (_, host, terminal) => {
  const diagnostics = new Diagnostics(terminal.language);
  try {
    const catalogue = await readCatalogue(host, diagnostics);
    for (const [name, schema] of Object.entries(jsonSchemas(catalogue))) {
      await host.writeText(`schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 1)}\n`);
    }
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    await printDiagnostics(diagnostics.all, host, terminal);
    return exitCodes.input;
  }
};
