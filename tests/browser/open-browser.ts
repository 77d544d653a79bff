import puppeteer, { type Browser } from 'puppeteer';
import { createHost } from '../../src/host.ts';
import { fontConfiguration } from '../../src/render/pdf/font-configuration.ts';
import { launch } from '../../src/render/pdf/launch.ts';

const host = createHost();
let path: Promise<string> | undefined;

/** The browser the project prints with, but as a reader has it: it may reach this machine, and scripts run. */
export async function openBrowser(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await (path ??= findPath()),
    headless: 'shell',
    // Chromium refuses its sandbox to root.
    args: process.geteuid?.() === 0 ? ['--no-sandbox'] : [],
    env: { ...process.env, FONTCONFIG_FILE: await fontConfiguration(host) },
  });
}

async function findPath(): Promise<string> {
  const launched = await launch(host);
  await launched.end();
  return launched.path;
}
