import { join } from 'node:path';
import type { Host } from '../host.ts';
import { isManifestName, parseManifest } from '../write/parse-manifest.ts';
import { sha256 } from '../cache/digest.ts';

/** The DOCX of the build with an id in an output folder, as it was written; undefined where there is none or it was changed. */
export async function findBuild(folder: string, id: string, host: Host): Promise<Uint8Array | undefined> {
  const names = await host.list(folder);
  for (const name of names.filter(isManifestName)) {
    const manifest = parseManifest(await host.readText(join(folder, name)));
    if (manifest?.id !== id) continue;
    for (const [output, { sha256: sum }] of Object.entries(manifest.outputs)) {
      if (!output.endsWith('.docx') || !names.includes(output)) continue;
      const bytes = await host.readBytes(join(folder, output));
      if (sha256(bytes) === sum) return bytes;
    }
  }
  return undefined;
}
