import type { ReportDocument } from '../document/document.ts';
import type { Host } from '../host.ts';
import type { Inputs } from '../validate/index.ts';
import { sha256 } from './record-reads.ts';

/** Hexadecimal digits of an id: more than enough for the editions of one office, short enough to read out. */
const length = 16;

/**
 * Id of a build: a digest of every project file read until the document was composed, of the report, theme and language asked for, and of the
 * program's version. It stands in the manifest and in the DOCX, so that an edited copy can be traced to what it was made of.
 */
async function buildId(
  { region, period, theme, language }: Inputs,
  reads: ReadonlyMap<string, string>,
  host: Host,
): Promise<string> {
  const files = [...reads].sort(([a], [b]) => (a < b ? -1 : 1));
  const program = (await host.readText('package.json')) ?? '';
  const { version } = JSON.parse(program === '' ? '{}' : program) as { version?: string };
  return sha256(JSON.stringify([version, region.id, period, theme.id, language, files])).slice(0, length);
}

/** The document with its build's id, which its copies bear. */
export async function markBuild(
  document: ReportDocument,
  inputs: Inputs,
  reads: ReadonlyMap<string, string>,
  host: Host,
): Promise<ReportDocument> {
  const build = { id: await buildId(inputs, reads, host), theme: inputs.theme.id };
  return { ...document, meta: { ...document.meta, build } };
}
