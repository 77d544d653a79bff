import type { Host } from '../host.ts';
import type { Request } from '../load/index.ts';
import { loadAssets } from './assets.ts';
import { buildPreview, type PreviewBuild } from './build-preview.ts';
import { previewHead, waitingPage } from './preview-page.ts';
import { newEventsPath, PreviewServer } from './preview-server.ts';
import type { PreviewState } from './preview-state.ts';
import { RebuildQueue } from './rebuild-queue.ts';
import { watchProject } from './watch-project.ts';

export interface PreviewOptions {
  readonly request: Request;
  readonly host: Host;
  /** Of diagnostics and of the preview's own words. */
  readonly language: 'zh' | 'en';
  /** Any free one when undefined. */
  readonly port: number | undefined;
  /** Told of every build that was not out of date before it was done. */
  readonly onBuild: (build: PreviewBuild, seconds: number) => void;
}

/** A running preview. */
export interface Preview {
  /** For example `http://127.0.0.1:41235/`. */
  readonly address: string;
  /** End server, watcher and build. */
  close(): Promise<void>;
}

/**
 * Serve the live draft: build, watch, build again after every save, and push what came of it to the open pages.
 * Resolves when the address answers; the first build follows. Throws `PortUnavailable`.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { request, host, language, port = 0, onBuild } = options;
  const events = newEventsPath();
  const settings = { language, events };
  let state: PreviewState = { page: 0, html: waitingPage(settings), failed: false, problems: [], checks: [] };
  const server = new PreviewServer(await loadAssets(host), events, state);
  const address = await server.listen(port);

  const queue = new RebuildQueue(async (isOutdated) => {
    const start = host.elapsed();
    const page = state.page + 1;
    const build = await buildPreview(request, {
      host,
      language,
      head: previewHead(settings, page),
      isOutdated,
    });
    if (!build || isOutdated()) return;
    const { html, problems, checks } = build;
    const failed = html === undefined;
    state = failed ? { ...state, failed, problems } : { page, html, failed, problems, checks };
    server.publish(state);
    onBuild(build, (host.elapsed() - start) / 1000);
  });

  const watcher = await watchProject(host, () => {
    queue.request();
  });
  queue.start();
  return {
    address,
    async close() {
      await watcher.close();
      await queue.close();
      await server.close();
    },
  };
}
