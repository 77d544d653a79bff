import puppeteer, { type Browser as PuppeteerBrowser } from 'puppeteer';
import type { Host } from '../../host.ts';
import { BrowserUnavailable } from './browser-unavailable.ts';
import { findBrowsers, type BrowserCandidate } from './find-browser.ts';
import { fontConfiguration } from './font-configuration.ts';
import { patience, within } from './within.ts';

/** Margin boxes came with Chromium 131. */
export const minimumVersion = 131;

export interface Launched {
  readonly instance: PuppeteerBrowser;
  readonly path: string;
  /** For example `147.0.7727.0`. */
  readonly version: string;
  /** End it, by force where it does not in so many milliseconds, and remove its profile. */
  readonly end: (milliseconds?: number) => Promise<void>;
}

const switches = [
  // Without it Chromium on Linux rounds advances to whole pixels, and charts measured by us no longer fit.
  '--font-render-hinting=none',
  // No name resolves: whatever slips through everything else still reaches nobody.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/**
 * Start the first browser that works and is recent enough. Throws `BrowserUnavailable`: BROWSER_MISSING with all
 * that was tried, BROWSER_TOO_OLD or BROWSER_START when the only or the configured ones are of no use.
 */
export async function launch(host: Host, minimum = minimumVersion): Promise<Launched> {
  const tried: string[] = [];
  let refused: BrowserUnavailable | undefined;
  const fonts = await fontConfiguration(host);
  for await (const candidate of findBrowsers(host, tried)) {
    try {
      return await start(candidate, { fonts, minimum, host });
    } catch (error) {
      if (!(error instanceof BrowserUnavailable)) throw error;
      refused ??= error;
      if (candidate.configured) break;
    }
  }
  throw refused ?? new BrowserUnavailable('BROWSER_MISSING', { tried });
}

interface Setting {
  /** Path of the fontconfig file. */
  readonly fonts: string;
  readonly minimum: number;
  readonly host: Host;
}

async function start(candidate: BrowserCandidate, { fonts, minimum, host }: Setting): Promise<Launched> {
  const { path } = candidate;
  const profile = await host.ownFolder();
  let instance: PuppeteerBrowser | undefined;
  let ended: Promise<void> | undefined;
  const end = (milliseconds = patience): Promise<void> => (ended ??= endOnce(milliseconds));
  const endOnce = async (milliseconds: number): Promise<void> => {
    if (instance) {
      const closed = instance.close().catch(() => undefined);
      if (!(await within(milliseconds, closed))) kill(instance);
      await closed;
    }
    profile.remove();
  };
  try {
    instance = await startProcess(candidate, { fonts, host, profile: profile.path });
    const version = (await instance.version()).replace(/^.*\//, '');
    if (Number.parseInt(version, 10) >= minimum) return { instance, path, version, end };
    throw new BrowserUnavailable('BROWSER_TOO_OLD', { path, version, minimum });
  } catch (error) {
    await end();
    throw error;
  }
}

/** With all processes of its own, which else would be stopped with it or hang. */
function kill(instance: PuppeteerBrowser): void {
  const child = instance.process();
  try {
    process.kill(-(child?.pid ?? NaN), 'SIGKILL');
  } catch {
    // Windows has no groups of processes.
    child?.kill('SIGKILL');
  }
}

async function startProcess(
  { path, libraries }: BrowserCandidate,
  { fonts, host, profile }: Pick<Setting, 'fonts' | 'host'> & { readonly profile: string },
): Promise<PuppeteerBrowser> {
  const attempt = (libraryPath?: string): Promise<PuppeteerBrowser> =>
    puppeteer.launch({
      executablePath: path,
      headless: 'shell',
      // Whatever ends this process, the pipe ends with it and the browser with that; nor has another program a port to come in by.
      pipe: true,
      // Removed by us, since a signal leaves puppeteer no time for it.
      userDataDir: profile,
      // The host listens itself: puppeteer would end the browser on SIGTERM and let the program run on.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      // Chromium refuses its sandbox to root; everybody else keeps it.
      args: process.geteuid?.() === 0 ? [...switches, '--no-sandbox'] : switches,
      env: {
        ...process.env,
        FONTCONFIG_FILE: fonts,
        ...(libraryPath !== undefined && {
          LD_LIBRARY_PATH: joined(libraryPath, host.environment('LD_LIBRARY_PATH')),
        }),
      },
    });
  try {
    return await attempt();
  } catch (error) {
    const lacksLibrary =
      error instanceof Error && error.message.includes('error while loading shared libraries');
    if (!lacksLibrary || !libraries) throw unavailable(path, error);
  }
  try {
    return await attempt(await libraries());
  } catch (error) {
    throw unavailable(path, error);
  }
}

function joined(first: string, second: string | undefined): string {
  return second === undefined || second === '' ? first : `${first}:${second}`;
}

/** The line of Chromium's own output that says why, if there is one. */
function unavailable(path: string, error: unknown): BrowserUnavailable {
  const lines = String(error instanceof Error ? error.message : error)
    .split('\n')
    .map((line) => line.trim());
  const telling = lines.find((line) => /error|fatal|cannot|no usable/i.test(line)) ?? lines[0] ?? '';
  return new BrowserUnavailable('BROWSER_START', { path, reason: telling });
}
