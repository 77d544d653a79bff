import { join } from 'node:path';
import { auditAgainstLedger } from '../audit/against-ledger.ts';
import { beginAudit } from '../audit/index.ts';
import { sha256 } from '../cache/digest.ts';
import { Diagnostics, ReportError } from '../diagnostics/diagnostic.ts';
import type { ReportDocument } from '../document/document.ts';
import type { Host } from '../host.ts';
import { composeReport, examineReport, type Examined } from '../pipeline.ts';
import { formatIds, type FormatId } from '../render/formats.ts';
import { formats } from '../render/index.ts';
import { figuresJson } from '../write/figures-json.ts';
import type { Manifest } from '../write/manifest.ts';
import { parseManifest } from '../write/parse-manifest.ts';
import { auditLedger, readLedger } from './audit-ledger.ts';
import { changedInputs } from './changed-inputs.ts';
import { isChanges, writtenFiles } from './written-files.ts';

/** What was audited: one report in one theme and language. */
export interface Audited {
  readonly region: string;
  readonly period: string;
  /** Compared with the whole document, or with its number ledger alone. */
  readonly against: 'document' | 'ledger';
  readonly files: readonly { readonly name: string; readonly changed: boolean }[];
}

/** A finished document as it stands in the folder. */
interface Finished {
  readonly name: string;
  readonly changed: boolean;
  readonly format: FormatId;
  readonly bytes: Uint8Array;
}

/**
 * Read back the finished files of one manifest and compare them with the document, composed again from the project; with their own
 * number ledger where that is not what it was. Reports AUDIT_… for what differs; undefined where the manifest is none.
 */
export async function auditBuild(
  folder: string,
  manifestName: string,
  host: Host,
  diagnostics: Diagnostics,
): Promise<Audited | undefined> {
  const manifest = parseManifest(await host.readText(join(folder, manifestName)));
  if (!manifest) return undefined;
  const ledgerFile = join(folder, manifestName.replace('manifest', 'figures'));
  const ledger = await readLedger(ledgerFile, host);
  if (ledger.length === 0) diagnostics.report('AUDIT_FILE_MISSING', { file: ledgerFile });
  const files = await readFinished(folder, manifest, host, diagnostics);
  const stale = await changedInputs(manifest, host);
  if (host.programName().version !== manifest.tool.version) stale.push(`whitepaper ${manifest.tool.version}`);
  const recomposed = stale.length === 0 ? await recompose(manifest, host) : undefined;
  if (recomposed) {
    const { document, examined } = recomposed;
    const run = beginAudit(document, formatIds, diagnostics);
    for (const { format, bytes } of files) run.take(format, { bytes });
    await run.finish();
    const expected = figuresJson(document, examined.facts, examined.inputs, undefined);
    auditLedger(ledgerFile, ledger, expected, diagnostics);
  } else {
    diagnostics.report('AUDIT_INPUTS_CHANGED', { files: stale });
    const printed = ledger.filter(({ printedIn }) => printedIn.length > 0);
    for (const { format, bytes } of files) await auditAgainstLedger(printed, format, bytes, diagnostics);
  }
  return {
    region: manifest.report.region,
    period: manifest.report.period,
    against: recomposed ? 'document' : 'ledger',
    files: files.map(({ name, changed }) => ({ name, changed })),
  };
}

/** The documents there are. Reports AUDIT_FILE_MISSING and AUDIT_BYTES of every file the manifest lists. */
async function readFinished(
  folder: string,
  manifest: Manifest,
  host: Host,
  diagnostics: Diagnostics,
): Promise<Finished[]> {
  const names = await host.list(folder);
  const files: Finished[] = [];
  for (const [name, digest] of writtenFiles(manifest)) {
    const file = join(folder, name);
    if (!names.includes(name)) {
      diagnostics.report('AUDIT_FILE_MISSING', { file });
      continue;
    }
    const bytes = await host.readBytes(file);
    const changed = sha256(bytes) !== digest;
    if (changed) diagnostics.report('AUDIT_BYTES', { file });
    const format = Object.hasOwn(manifest.outputs, name) && !isChanges(name) && formatOf(name);
    if (format) files.push({ name, changed, format, bytes });
  }
  return files;
}

const formatOf = (name: string): FormatId | undefined =>
  formatIds.find((id) => name.endsWith(`.${formats[id].extension}`));

/** The document as it was composed then; undefined where that is not possible any more. */
async function recompose(
  { report }: Manifest,
  host: Host,
): Promise<{ document: ReportDocument; examined: Examined } | undefined> {
  // What there is to say of the data was said when the report was built.
  const run = { host, diagnostics: new Diagnostics(), onStage: () => undefined };
  try {
    const examined = await examineReport(report, run);
    return { examined, document: await composeReport(examined, run) };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return undefined;
  }
}
