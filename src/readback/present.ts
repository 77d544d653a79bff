import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { ChartRequest } from '../document/drawing.ts';
import type { ReportDocument } from '../document/document.ts';
import type { Host } from '../host.ts';
import type { Request } from '../load/index.ts';
import { composeReport, examineReport, proofread, type Examined } from '../pipeline.ts';
import { markBuild } from '../write/build-id.ts';
import { recordReads } from '../write/record-reads.ts';

/** The report as the data make it now. */
export interface Present {
  readonly examined: Examined;
  /** Composed, not drawn. */
  readonly document: Omit<ReportDocument, 'drawings'>;
  readonly charts: readonly ChartRequest[];
  /** Project files it was made from. */
  readonly files: () => readonly string[];
  /** Drawn, with the id of the build it would be. */
  readonly draw: () => Promise<ReportDocument>;
}

/** Compose the report from the present data. Reports all that stands in the way of it; throws `ReportError`. */
export async function composePresent(
  request: Request,
  host: Host,
  diagnostics: Diagnostics,
): Promise<Present> {
  const { host: recording, seen } = recordReads(host);
  const run = { host: recording, diagnostics, onStage: () => undefined };
  const examined = await examineReport(request, run);
  const { document, requests } = proofread(examined, run);
  return {
    examined,
    document,
    charts: requests,
    files: () => [...seen.files.keys()],
    draw: async () => markBuild(await composeReport(examined, run), examined.inputs, host),
  };
}
