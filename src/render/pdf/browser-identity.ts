import type { Host } from '../../host.ts';
import { installedBrowsers } from './installed-browsers.ts';

/**
 * All that decides which browser prints, without starting one: the programs that may, in their order, each with size and
 * time. `cached` are the places of puppeteer's own. The bundled one is part of the program and comes last.
 */
export async function browserIdentity(host: Host, cached: readonly string[]): Promise<string[]> {
  const configured = host.environment('WHITEPAPER_BROWSER') ?? '';
  const paths = configured === '' ? [...cached, ...(await installedBrowsers(host))] : [configured];
  return Promise.all(paths.map(async (path) => `${path} ${(await host.fileMark(path)) ?? ''}`));
}
