import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { bundledFaces, facePath, typefaceFor } from '../../fonts/faces.ts';
import type { Host } from '../../host.ts';

/**
 * Path of a fontconfig file that knows one font, our own sans. With it the machine's fonts cannot leak into the PDF
 * as substitutes, and Chromium starts on machines without any font. Linux only; elsewhere it is not read.
 */
export async function fontConfiguration(host: Host): Promise<string> {
  const cache = await host.cacheFolder('fontconfig');
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${xmlText(dirname(facePath(typefaceFor(bundledFaces, 'Noto Sans SC', 400), host)))}</dir>
  <cachedir>${xmlText(join(cache, 'cache'))}</cachedir>
</fontconfig>
`;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const folder = await host.makeFolderOnce(join(cache, name), (temporary) =>
    host.writeText(join(temporary, 'fonts.conf'), text),
  );
  return join(folder, 'fonts.conf');
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
