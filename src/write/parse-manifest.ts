import type { Manifest } from './manifest.ts';

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a file of a report's folder is the manifest of its set, or of one in another theme or language. */
export function isManifestName(name: string): boolean {
  return /^manifest(?:\..+)?\.json$/.test(name);
}

/** A `manifest.json` that has the parts of one of ours, however old; undefined for anything else: an edited or foreign file may say anything. */
export function parseManifest(text: string | undefined): Manifest | undefined {
  try {
    const manifest: unknown = JSON.parse(text ?? '');
    return isManifest(manifest) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (!isMapping(value)) return false;
  const { report, tool, inputs, records, outputs } = value;
  return (
    [report, tool, inputs, records, outputs].every(isMapping) &&
    Object.values(report as object).every((part) => typeof part === 'string') &&
    Object.values(outputs as object).every((output) => isMapping(output) && typeof output.sha256 === 'string')
  );
}
