import { delimiter, join } from 'node:path';
import type { Host } from '../../host.ts';

/** Names on the PATH, the leanest first: the headless shell starts fastest. */
const commands = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

/** Places outside the PATH; `$NAME` stands for an environment variable. */
const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['$ProgramFiles', '$ProgramFiles(x86)', '$LOCALAPPDATA'].flatMap((base) => [
    `${base}\\Google\\Chrome\\Application\\chrome.exe`,
    `${base}\\Chromium\\Application\\chrome.exe`,
    `${base}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
};

/** Browsers of the Chromium family installed on this machine, in the order to try them. */
export async function installedBrowsers(host: Host): Promise<string[]> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (host.environment('PATH') ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
  const elsewhere = (usualPlaces[process.platform] ?? []).flatMap((place) => expand(place, host));
  const candidates = [...new Set([...onPath, ...elsewhere])];
  const executable = await Promise.all(candidates.map((path) => host.isExecutable(path)));
  return candidates.filter((_, index) => executable[index]);
}

/** What `BROWSER_MISSING` says was looked for. */
export const installedBrowserNames = 'chrome-headless-shell, Chromium, Google Chrome, Microsoft Edge';

function expand(place: string, host: Host): string[] {
  const match = /^\$([^\\]+)(.*)$/.exec(place);
  if (!match) return [place];
  const base = host.environment(match[1] ?? '');
  return base === undefined ? [] : [base + (match[2] ?? '')];
}
