import puppeteer, { type Browser } from 'puppeteer';
import { createHost } from '../../src/host.ts';
import { fontConfiguration } from '../../src/render/pdf/font-configuration.ts';
import { launch } from '../../src/render/pdf/launch.ts';

/** The browser the project prints with, but as a reader has it: it may reach this machine, and scripts run. */
export async function openBrowser(): Promise<Browser> {
  const host = createHost();
  const { instance, path } = await launch(host);
  await instance.close();
  return puppeteer.launch({
    executablePath: path,
    headless: 'shell',
    // Chromium refuses its sandbox to root.
    args: process.geteuid?.() === 0 ? ['--no-sandbox'] : [],
    env: { ...process.env, FONTCONFIG_FILE: await fontConfiguration(host) },
  });
}
