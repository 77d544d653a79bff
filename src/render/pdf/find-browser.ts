import puppeteer from 'puppeteer';
import type { Host } from '../../host.ts';
import { bundledBrowser } from './bundled-browser.ts';
import { installedBrowserNames, installedBrowsers } from './installed-browsers.ts';

/** A browser that may do; whether it starts and is recent enough shows when it is launched. */
export interface BrowserCandidate {
  readonly path: string;
  /** The user named this one: nothing else is tried when it does not work. */
  readonly configured: boolean;
  /** Present where the browser brings libraries the machine may lack; returns their folder. */
  readonly libraries?: () => Promise<string>;
}

/**
 * Browsers in the order to try them: the configured one (environment variable WHITEPAPER_BROWSER) alone; else
 * puppeteer's cache, those installed, and the one bundled with npm. Whatever was looked at is added to `tried`.
 */
export async function* findBrowsers(host: Host, tried: string[]): AsyncGenerator<BrowserCandidate> {
  const configured = host.environment('WHITEPAPER_BROWSER');
  if (configured !== undefined && configured !== '') {
    tried.push(`WHITEPAPER_BROWSER=${configured}`);
    if (await host.isExecutable(configured)) yield { path: configured, configured: true };
    return;
  }
  for (const path of cachedByPuppeteer()) {
    tried.push(path);
    if (await host.isExecutable(path)) yield { path, configured: false };
  }
  tried.push(installedBrowserNames);
  for (const path of await installedBrowsers(host)) yield { path, configured: false };
  tried.push('@sparticuz/chromium');
  const bundled = await bundledBrowser(host);
  if (bundled) yield { ...bundled, configured: false };
}

/** Where puppeteer would have put its browsers; they need not be there. */
export function cachedByPuppeteer(): string[] {
  const paths: string[] = [];
  for (const headless of ['shell', true] as const) {
    try {
      paths.push(puppeteer.executablePath({ headless }));
    } catch {
      continue; // Not downloaded.
    }
  }
  return paths;
}
