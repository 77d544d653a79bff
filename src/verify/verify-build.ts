import { join } from 'node:path';
import { sha256 } from '../cache/digest.ts';
import { Diagnostics, ReportError } from '../diagnostics/diagnostic.ts';
import { noResults } from '../host/results.ts';
import type { Host } from '../host.ts';
import { buildReport } from '../pipeline.ts';
import type { Engines } from '../make/engines.ts';
import { json } from '../write/json.ts';
import type { Manifest } from '../write/manifest.ts';
import { changedInputs } from './changed-inputs.ts';
import { readIfPossible } from './read-if-possible.ts';
import { repeatableManifest } from './repeatable-manifest.ts';
import { isChanges, writtenFiles } from './written-files.ts';

/** The files of one build, by name; bytes or text as they are to be written. */
type Files = ReadonlyMap<string, Uint8Array | string>;

/** What was built again. */
export interface Verified {
  readonly region: string;
  readonly period: string;
  /** Files that came out the same, byte for byte. */
  readonly same: readonly string[];
}

/**
 * Build again what a manifest says was built, from the project as it is and from nothing that earlier runs have kept, and compare every file
 * byte by byte with what stands in the folder. Nothing is written. Reports VERIFY_… for what differs, and why as far as the
 * manifest tells; whatever a build of today reports as an error besides.
 */
export async function verifyBuild(
  folder: string,
  manifestName: string,
  host: Host,
  diagnostics: Diagnostics,
  engines: Engines,
): Promise<Verified | undefined> {
  const file = join(folder, manifestName);
  const text = new TextDecoder().decode(await readIfPossible(file, host));
  const manifest = repeatableManifest(text);
  if (!manifest) {
    diagnostics.report('VERIFY_MANIFEST', { file });
    return undefined;
  }
  const standing = await readStanding(folder, manifest, host, diagnostics);
  standing.set(manifestName, text);
  const changed = await changedInputs(manifest, host);
  if (changed.length > 0) diagnostics.report('VERIFY_INPUTS_CHANGED', { files: changed });
  const rebuilt = await rebuild(manifest, host, diagnostics, engines);
  const now = repeatableManifest(rebuilt.get(manifestName)?.toString());
  const { region, period } = manifest.report;
  const same: string[] = [];
  // What kept it from being built is reported.
  if (!now) return { region, period, same };
  reportVersions(manifest, now, diagnostics);

  for (const [name, bytes] of standing) {
    const again = rebuilt.get(name);
    if (again === undefined && isChanges(name))
      diagnostics.report('VERIFY_NOT_REBUILT', { file: join(folder, name) });
    else if (sha256(name === manifestName ? withoutChanges(text) : bytes) === sha256(again ?? ''))
      same.push(name);
    else
      diagnostics.report('VERIFY_DIFFERS', { file: join(folder, name), at: firstDifference(bytes, again) });
  }
  return { region, period, same };
}

/** The manifest of the same build without changes, byte for byte. */
function withoutChanges(manifest: string): string {
  const { outputs } = JSON.parse(manifest) as Manifest;
  if (!Object.keys(outputs).some(isChanges)) return manifest;
  const others = Object.entries(outputs).filter(([name]) => !isChanges(name));
  return json({ ...(JSON.parse(manifest) as Manifest), outputs: Object.fromEntries(others) });
}

/** The files a manifest lists that are still as they were written. */
async function readStanding(
  folder: string,
  manifest: Manifest,
  host: Host,
  diagnostics: Diagnostics,
): Promise<Map<string, Uint8Array | string>> {
  const names = await host.list(folder);
  const files = new Map<string, Uint8Array | string>();
  for (const [name, digest] of writtenFiles(manifest)) {
    const file = join(folder, name);
    if (!names.includes(name)) {
      diagnostics.report('VERIFY_FILE_MISSING', { file });
      continue;
    }
    const bytes = await readIfPossible(file, host);
    if (bytes && sha256(bytes) === digest) files.set(name, bytes);
    else diagnostics.report('VERIFY_EDITED', { file });
  }
  return files;
}

/** Files that are new are no inputs of the manifest; what they change shows in the documents. */
async function rebuild(
  { report, asked }: Manifest,
  host: Host,
  diagnostics: Diagnostics,
  engines: Engines,
): Promise<Files> {
  let files: Files = new Map();
  const outside: Host = {
    ...host,
    results: noResults,
    expectFolder: () => Promise.resolve(),
    replaceFolder(_folder, content) {
      files = content;
      return Promise.resolve();
    },
  };
  // What there is to warn of was said when the report was built.
  const run = {
    host: outside,
    diagnostics: new Diagnostics(diagnostics.language),
    onStage: () => undefined,
  };
  try {
    await buildReport({ ...report, ...asked, out: 'out', final: false }, run, engines);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    for (const problem of error.diagnostics) if (problem.severity === 'error') diagnostics.all.push(problem);
  }
  return files;
}

function reportVersions(then: Manifest, now: Manifest, diagnostics: Diagnostics): void {
  const facts = ({ tool, browser, fonts }: Manifest) => ({
    program: tool.version,
    node: tool.node,
    browser: browser?.version ?? '',
    fonts: Object.values(fonts).join(', '),
  });
  const [before, after] = [facts(then), facts(now)];
  for (const what of ['program', 'node', 'browser', 'fonts'] as const)
    if (before[what] !== after[what])
      diagnostics.report('VERIFY_MADE_WITH', { what, then: before[what], now: after[what] });
}

/** Number of the first byte that differs, from 1. */
function firstDifference(a: Uint8Array | string, b: Uint8Array | string = ''): number {
  const [one, other] = [Buffer.from(a as string), Buffer.from(b as string)];
  const index = one.findIndex((byte, at) => byte !== other[at]);
  return (index < 0 ? one.length : index) + 1;
}
