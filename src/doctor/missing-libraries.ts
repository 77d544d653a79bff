import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Debian's and Ubuntu's packages of what Chromium needs and a bare server lacks. */
const packageOf: Readonly<Record<string, string>> = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libexpat.so.1': 'libexpat1',
  'libfontconfig.so.1': 'libfontconfig1',
  'libgbm.so.1': 'libgbm1',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libdrm.so.2': 'libdrm2',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libcairo.so.2': 'libcairo2',
  'libasound.so.2': 'libasound2',
  'libX11.so.6': 'libx11-6',
  'libxcb.so.1': 'libxcb1',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libudev.so.1': 'libudev1',
};

export interface MissingLibraries {
  readonly names: readonly string[];
  readonly packages: readonly string[];
}

/** All system libraries a program lacks; its own words name the first only. Empty where the system cannot tell. */
export async function missingLibraries(program: string): Promise<MissingLibraries> {
  if (process.platform !== 'linux') return { names: [], packages: [] };
  const { stdout } = await promisify(execFile)('ldd', [program], { timeout: 10_000 }).catch(() => ({
    stdout: '',
  }));
  return parseLibraries(stdout);
}

/** The lines of `ldd` that say `not found`. */
export function parseLibraries(listing: string): MissingLibraries {
  const found = [...listing.matchAll(/^\s*(\S+) => not found/gm)].map(([, name = '']) => name);
  const names = [...new Set(found)].sort();
  const packages = [...new Set(names.flatMap((name) => packageOf[name] ?? []))].sort();
  return { names, packages };
}
