import { basename, dirname, isAbsolute, join, normalize } from 'node:path';
import { auditAgainstLedger } from '../audit/against-ledger.ts';
import { beginAudit } from '../audit/index.ts';
import { Diagnostics, ReportError } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { composeReport, examineReport, type Examined } from '../pipeline.ts';
import type { ReportDocument } from '../document/document.ts';
import { formatIds, type FormatId } from '../render/formats.ts';
import { formats } from '../render/index.ts';
import { changesInfix } from '../write/changes-docx.ts';
import { figuresJson, type LedgerLine } from '../write/figures-json.ts';
import { isManifestName, parseManifest } from '../write/parse-manifest.ts';
import type { Manifest } from '../write/manifest.ts';
import { sha256 } from '../cache/digest.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { noManifest } from './no-manifest.ts';
import { diagnosticsForJson, printDiagnostics } from './report-runs.ts';
import type { Terminal } from './terminal.ts';

/** What was audited: one report in one theme and language. */
interface Audited {
  readonly region: string;
  readonly period: string;
  /** Compared with the whole document, or with its number ledger alone. */
  readonly against: 'document' | 'ledger';
  readonly files: readonly { readonly name: string; readonly changed: boolean }[];
}

/** `npm run audit`: are the finished files in a folder still what they were made to be? */
export const audit: Command = async ({ folder = '', json }, host, terminal) => {
  const names = await host.list(folder);
  const manifests = names.filter(isManifestName);
  const diagnostics = new Diagnostics(terminal.language);
  const audited: Audited[] = [];
  for (const name of manifests) {
    const manifest = parseManifest(await host.readText(join(folder, name)));
    if (manifest) audited.push(await auditBuild(folder, name, manifest, host, diagnostics));
  }
  if (audited.length === 0) {
    terminal.error(noManifest(folder, terminal.language));
    if (json) print({ ok: false, exitCode: exitCodes.usage, reports: [], diagnostics: [] }, terminal);
    return exitCodes.usage;
  }
  const ok = !diagnostics.hasErrors;
  const exitCode = ok ? exitCodes.ok : exitCodes.input;
  await printDiagnostics(diagnostics.all, host, terminal);
  for (const one of audited) terminal.error(`${summary(one, terminal)}\n`);
  terminal.error(verdict(diagnostics, terminal));
  if (json)
    print(
      { ok, exitCode, reports: audited, diagnostics: diagnosticsForJson([{ diagnostics: diagnostics.all }]) },
      terminal,
    );
  return exitCode;
};

async function auditBuild(
  folder: string,
  manifestName: string,
  manifest: Manifest,
  host: Host,
  diagnostics: Diagnostics,
): Promise<Audited> {
  const ledgerFile = join(folder, manifestName.replace('manifest', 'figures'));
  const said = await readJson<LedgerLine[]>(host, ledgerFile);
  const ledger = Array.isArray(said) ? said.filter(isLedgerLine) : [];
  if (ledger.length === 0) diagnostics.report('AUDIT_FILE_MISSING', { file: ledgerFile });
  const files: { name: string; changed: boolean; format: FormatId; bytes: Uint8Array }[] = [];
  for (const [name, { sha256: sum }] of Object.entries(manifest.outputs)) {
    // What is compared with the report is the report itself; the file with the changes holds the old text, too.
    const isReport = !name.includes(`${changesInfix}.`);
    const format = isReport && formatIds.find((id) => name.endsWith(`.${formats[id].extension}`));
    const path = join(folder, name);
    const bytes = (await host.list(folder)).includes(name) ? await host.readBytes(path) : undefined;
    if (!bytes) diagnostics.report('AUDIT_FILE_MISSING', { file: path });
    if (!bytes) continue;
    const changed = sha256(bytes) !== sum;
    if (changed) diagnostics.report('AUDIT_BYTES', { file: path });
    if (!format) continue;
    files.push({ name, changed, format, bytes });
  }
  for (const [name, sum] of Object.entries(manifest.records)) {
    const path = join(folder, name);
    const isThere = (await host.list(folder)).includes(name);
    if (!isThere) diagnostics.report('AUDIT_FILE_MISSING', { file: path });
    else if (sha256(await host.readBytes(path)) !== sum) diagnostics.report('AUDIT_BYTES', { file: path });
  }
  const stale = await changedInputs(manifest, host);
  const recomposed = stale.length === 0 ? await recompose(manifest, host) : undefined;
  if (recomposed) {
    const { document, examined } = recomposed;
    const run = beginAudit(document, formatIds, diagnostics);
    for (const { format, bytes } of files) run.take(format, { bytes });
    await run.finish();
    auditLedger(
      ledgerFile,
      ledger,
      figuresJson(document, examined.facts, examined.inputs, undefined),
      diagnostics,
    );
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

/** Files the report was made from that are not what they were, and the program if it is another. */
async function changedInputs({ inputs, tool }: Manifest, host: Host): Promise<string[]> {
  const changed: string[] = [];
  for (const [path, sum] of Object.entries(inputs)) {
    const inside = !isAbsolute(path) && !normalize(path).startsWith('..');
    const isThere = inside && (await host.list(dirname(path))).includes(basename(path));
    if (!isThere || sha256(await host.readBytes(path)) !== sum) changed.push(path);
  }
  return host.programName().version === tool.version ? changed : [...changed, `whitepaper ${tool.version}`];
}

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

function auditLedger(
  file: string,
  found: readonly LedgerLine[],
  expected: readonly LedgerLine[],
  diagnostics: Diagnostics,
): void {
  const shown = ({ printed, value, unit }: LedgerLine): string =>
    printed.includes(value) ? printed : `${printed} (${value} ${unit})`;
  const there = new Map(found.map((line) => [line.key, line]));
  for (const line of expected) {
    const other = there.get(line.key);
    there.delete(line.key);
    if (other?.value === line.value && other.unit === line.unit && other.printed === line.printed) continue;
    const details = { file, key: line.key, expected: shown(line), found: other ? shown(other) : '' };
    if (found.length > 0) diagnostics.report('AUDIT_LEDGER', details);
  }
  for (const line of there.values())
    diagnostics.report('AUDIT_LEDGER', { file, key: line.key, expected: '', found: shown(line) });
}

/** Whether a line of the ledger has what is compared; one that has not is missed as if it were gone. */
function isLedgerLine(line: Partial<LedgerLine> | null): line is LedgerLine {
  const texts = [line?.key, line?.value, line?.unit, line?.printed];
  return texts.every((text) => typeof text === 'string') && Array.isArray(line?.printedIn);
}

/** JSON of the folder; undefined where there is none or it is broken. */
async function readJson<Content>(host: Host, path: string): Promise<Content | undefined> {
  const text = await host.readText(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Content;
  } catch {
    return undefined;
  }
}

function print(result: object, terminal: Terminal): void {
  terminal.out(`${JSON.stringify(result, null, 2)}\n`);
}

const scopes = {
  zh: { document: '核对了全部内容', ledger: '只核对了数字台账' },
  en: { document: 'compared with the whole document', ledger: 'compared with the number ledger only' },
} as const;

function summary({ region, period, against, files }: Audited, { language }: Terminal): string {
  const zh = language === 'zh';
  const names = files.map(({ name, changed }) =>
    changed ? `${name}${zh ? '（改动过）' : ' (changed)'}` : name,
  );
  return `${region} ${period}${zh ? '：' : ': '}${names.join(zh ? '、' : ', ')}${zh ? '，' : ', '}${scopes[language][against]}`;
}

function verdict(diagnostics: Diagnostics, { language }: Terminal): string {
  const errors = String(diagnostics.all.filter(({ severity }) => severity === 'error').length);
  const warnings = String(diagnostics.warnings.length);
  if (!diagnostics.hasErrors)
    return language === 'zh'
      ? `数字一致，${warnings} 处警告。\n`
      : `The numbers agree, ${warnings} warnings.\n`;
  return language === 'zh' ? `不一致：${errors} 处。\n` : `${errors} differences.\n`;
}
