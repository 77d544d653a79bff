import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { openDocx } from '../render/docx/package/open-docx.ts';
import type { Parts } from '../render/docx/package/zip.ts';
import { formats } from '../render/index.ts';
import type { Inputs } from '../validate/index.ts';
import type { Manifest } from './manifest.ts';
import { parseManifest } from './parse-manifest.ts';
import { sha256 } from '../cache/digest.ts';
import { variantSuffix } from './variant-suffix.ts';

/** Where an earlier edition is looked for: its own folder, or the one all reports were built into. */
export interface OlderEdition {
  readonly folder: string;
  /** Some of the reports built at once may be new. */
  readonly optional: boolean;
}

/** Its DOCX, unpacked, and the folder it was found in. */
export interface OlderDocx {
  readonly folder: string;
  readonly parts: Parts;
}

/**
 * The DOCX of an earlier build of the same report, unpacked. Reports CHANGES_NOT_FOUND, CHANGES_OTHER_REPORT,
 * CHANGES_FILE_MISSING, CHANGES_EDITED and what `openDocx` reports; undefined where there is nothing to compare with.
 */
export async function readOlderEdition(
  { folder, optional }: OlderEdition,
  inputs: Inputs,
  host: Host,
  diagnostics: Diagnostics,
): Promise<OlderDocx | undefined> {
  const base = `${inputs.region.id}-${inputs.period}`;
  const suffix = variantSuffix(inputs);
  const manifestName = `manifest${suffix}.json`;
  for (const place of [`${folder}/${base}`, folder]) {
    const manifest = parseManifest(await host.readText(`${place}/${manifestName}`));
    if (!manifest) continue;
    const { region, period } = manifest.report;
    if (region !== inputs.region.id || period !== (inputs.request.period || inputs.period)) {
      const [expected, found] = [base, `${region}-${period}`];
      diagnostics.report('CHANGES_OTHER_REPORT', { folder: place, expected, found });
      return undefined;
    }
    return readDocument(place, `${base}${suffix}.${formats.docx.extension}`, manifest, host, diagnostics);
  }
  const severity = optional && (await host.list(folder)).length > 0 ? 'warning' : 'error';
  diagnostics.report('CHANGES_NOT_FOUND', { folder, base, manifest: manifestName }, undefined, severity);
  return undefined;
}

async function readDocument(
  folder: string,
  name: string,
  manifest: Manifest,
  host: Host,
  diagnostics: Diagnostics,
): Promise<OlderDocx | undefined> {
  const file = `${folder}/${name}`;
  if (!(await host.list(folder)).includes(name)) {
    diagnostics.report('CHANGES_FILE_MISSING', { file });
    return undefined;
  }
  const bytes = await host.readBytes(file);
  const parts = openDocx(bytes, file, diagnostics);
  if (parts && manifest.outputs[name]?.sha256 !== sha256(bytes))
    diagnostics.report('CHANGES_EDITED', { file });
  return parts && { folder, parts };
}
