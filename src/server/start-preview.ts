import { randomBytes } from 'node:crypto';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { Request } from '../load/index.ts';
import { readYaml } from '../load/read-files.ts';
import { createApp } from './app.ts';
import { loadAssets } from './assets.ts';
import type { PreviewBuild } from './build-preview.ts';
import { listen } from './listen.ts';
import { ProjectFiles } from './project-files.ts';
import { addressOf } from './report-address.ts';
import { Sessions } from './sessions.ts';
import { watchProject } from './watch-project.ts';

export interface PreviewOptions {
  readonly request: Request;
  readonly host: Host;
  /** Of diagnostics and of the preview's own words. */
  readonly language: 'zh' | 'en';
  /** Any free one when undefined. */
  readonly port: number | undefined;
  readonly readOnly: boolean;
  /** Told of every build that was not out of date before it was done. */
  readonly onBuild: (build: PreviewBuild, seconds: number) => void;
}

/** A running preview. */
export interface Preview {
  /** Of the report asked for, for example `http://127.0.0.1:41235/sample-city/2022/whitepaper/zh-CN/`. */
  readonly address: string;
  /** End server, watcher and builds. */
  close(): Promise<void>;
}

/**
 * Serve the live drafts: build what is looked at, watch, build again after every save, and push what came of it to the
 * open pages. Resolves when the address answers; the first build follows. Throws `PortUnavailable`.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { host, language, port = 0, readOnly, onBuild } = options;
  const request = { ...options.request, region: options.request.region ?? (await defaultRegion(host)) };
  const token = randomBytes(24).toString('base64url');
  const files = new ProjectFiles(host);
  const sessions = new Sessions({ host: files.host, onBuild });
  const home = addressOf(request);
  const assets = await loadAssets(host);
  const app = createApp({ host, language, token, readOnly, home, assets, sessions });
  const server = await listen(app, port);
  const watcher = await watchProject(host, (change) => {
    files.take(change, (changed) => {
      sessions.fileChanged(changed);
    });
  });
  sessions.get(request, language).begin();
  return {
    address: `${server.origin}${home}`,
    async close() {
      await watcher.close();
      files.close();
      await sessions.close();
      await server.close();
    },
  };
}

/** The region reports are of where none is named; undefined where the register does not say. */
async function defaultRegion(host: Host): Promise<string | undefined> {
  const register = await readYaml(host, 'data/regions.yaml', new Diagnostics());
  const region = (register?.value as { default_region?: unknown } | null | undefined)?.default_region;
  return typeof region === 'string' && /^[a-z][a-z0-9-]*$/.test(region) ? region : undefined;
}
