import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { Host } from '../../host.ts';

/** The Chromium in the npm package @sparticuz/chromium: optional, Linux on x64 only. */
export interface BundledBrowser {
  readonly path: string;
  /** Unpack the shared libraries a machine with nothing but Node lacks (libnss3 and others); returns their folder. */
  readonly libraries: () => Promise<string>;
}

const packageName = '@sparticuz/chromium';
const version = '147.0.0';
const brotli = promisify(brotliDecompress);

/**
 * The bundled browser, unpacked into a private cache folder at its first use (2 s, 197 MB), or undefined when the
 * package is not installed or not for this machine. The package's own `executablePath()` is not used: it runs
 * whatever another user has put under that name into the shared temporary folder.
 */
export async function bundledBrowser(host: Host): Promise<BundledBrowser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const archives = archiveFolder();
  if (archives === undefined) return undefined;
  const cache = await host.cacheFolder(`chromium-${version}`);
  const folder = await host.makeFolderOnce(join(cache, 'browser'), async (temporary) => {
    await host.writeExecutable(
      join(temporary, 'chromium'),
      await decompress(await host.readBytes(join(archives, 'chromium.br'))),
    );
  });
  const libraries = async (): Promise<string> => {
    const unpacked = await host.makeFolderOnce(join(cache, 'libraries'), async (temporary) => {
      await unpackTar(await decompress(await host.readBytes(join(archives, 'al2023.tar.br'))), temporary);
    });
    return join(unpacked, 'lib');
  };
  return { path: join(folder, 'chromium'), libraries };
}

/** Where the package keeps its archives; it exports its code only, which lies in `build/esm`. */
function archiveFolder(): string | undefined {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(packageName))), '..', '..', 'bin');
  } catch {
    return undefined;
  }
}

async function unpackTar(tar: Uint8Array, folder: string): Promise<void> {
  const { extract } = await import('tar-fs');
  const target = extract(folder);
  const done = once(target, 'finish');
  target.end(tar);
  await done;
}

async function decompress(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await brotli(bytes));
}
