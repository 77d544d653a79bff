import { randomBytes } from 'node:crypto';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { Request } from '../load/index.ts';
import { readYaml } from '../load/read-files.ts';
import { createApp } from './app.ts';
import { loadAssets } from './assets.ts';
import type { PreviewBuild } from './build-preview.ts';
import { Documents } from './documents/documents.ts';
import { EditHistory } from './edit/edit-history.ts';
import { launcher as ownLauncher, type Launcher } from './launch.ts';
import { listen } from './listen.ts';
import { ProjectFiles } from './project-files.ts';
import { addressOf } from './report-address.ts';
import { reachOf } from './reach.ts';
import { Sessions } from './sessions.ts';
import { watchProject, type FileChange } from './watch-project.ts';

export interface PreviewOptions {
  readonly request: Request;
  readonly host: Host;
  /** Of diagnostics and of the preview's own words. */
  readonly language: 'zh' | 'en';
  /** Address or name of this machine to answer at; without it, nobody but this machine reaches the preview. */
  readonly address?: string | undefined;
  /** Any free one when undefined. */
  readonly port: number | undefined;
  readonly readOnly: boolean;
  /** Opens what is asked for on the screen; this machine's own when undefined. */
  readonly launcher?: Launcher;
  /** Told of every build that was not out of date before it was done. */
  readonly onBuild: (build: PreviewBuild, seconds: number) => void;
}

/** A running preview. */
export interface Preview {
  /** Of the report asked for, for example `http://127.0.0.1:41235/sample-city/2022/whitepaper/zh-CN/`. */
  readonly address: string;
  /** Addresses others reach it by, with the key that lets them in; empty where nobody else can. */
  readonly elsewhere: readonly string[];
  /** End server, watcher and builds. */
  close(): Promise<void>;
}

/**
 * Serve the live drafts: build what is looked at, watch, build again after every save, and push what came of it to the
 * open pages. Resolves when the address answers; the first build follows. Throws `PortUnavailable` and `AddressUnavailable`.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { host, language, port = 0, readOnly, onBuild } = options;
  const request = { ...options.request, region: options.request.region ?? (await defaultRegion(host)) };
  const token = randomBytes(24).toString('base64url');
  const reach = reachOf(options.address);
  const files = new ProjectFiles(host);
  const sessions = new Sessions({ host: files.host, onBuild });
  const documents = new Documents(host);
  const home = addressOf(request);
  const assets = await loadAssets(host);
  // Before anything can be asked for: what is saved after it was read must not be missed.
  const tell = (change: FileChange): void => {
    sessions.fileChanged(change);
  };
  const watcher = await watchProject(host, (change) => {
    files.take(change, tell);
  });
  files.reviewLater(tell);
  const { launcher = ownLauncher } = options;
  const edits = new EditHistory();
  const app = createApp({
    ...{ host, language, token, reach, readOnly, home, assets, sessions, edits, documents, launcher },
  });
  try {
    const server = await listen(app, reach.listenAt, port);
    sessions.get(request, language).begin();
    const key = reach.key === undefined ? '' : `?key=${reach.key}`;
    const addressAt = (name: string): string => `http://${name}:${String(server.port)}${home}${key}`;
    return {
      address: addressAt(reach.name),
      elsewhere: reach.elsewhere.map(addressAt),
      async close() {
        files.close();
        await Promise.all([server.close(), watcher.close(), sessions.close(), documents.close()]);
      },
    };
  } catch (error) {
    files.close();
    await watcher.close();
    throw error;
  }
}

/** The region reports are of where none is named; undefined where the register does not say. */
async function defaultRegion(host: Host): Promise<string | undefined> {
  const register = await readYaml(host, 'data/regions.yaml', new Diagnostics());
  const region = (register?.value as { default_region?: unknown } | null | undefined)?.default_region;
  return typeof region === 'string' && /^[a-z][a-z0-9-]*$/.test(region) ? region : undefined;
}
