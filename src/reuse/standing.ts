import { join } from 'node:path';
import { sha256 } from '../cache/digest.ts';
import { keep, recall, resultName } from '../cache/kept-results.ts';
import type { Diagnostic, Diagnostics } from '../diagnostics/diagnostic.ts';
import { once } from '../host/once.ts';
import type { Host } from '../host.ts';
import { browserIdentity } from '../render/pdf/browser-identity.ts';
import type { BuildRequest } from '../run.ts';
import { namesDigest, type Seen } from '../write/record-reads.ts';
import type { Written } from '../write/write-report.ts';

/** A report as an earlier build has left it. */
interface Standing extends Omit<Seen, 'missing'> {
  readonly missing: readonly string[];
  readonly written: Written;
  /** What the build told, worded. */
  readonly diagnostics: readonly Diagnostic[];
  /** SHA-256 of every file it wrote, by name. */
  readonly digests: ReadonlyMap<string, string>;
  /** Documents it would have removed as out of date. */
  readonly absent: readonly string[];
  /** Where puppeteer looked for browsers, and what there was of browsers then. */
  readonly cached: readonly string[];
  readonly browser: readonly string[];
}

/** How diagnostics are told: part of what a build is asked for. */
export type Telling = Pick<Diagnostics, 'language' | 'strict'>;

/** What a report that need not be built anew comes to. */
export type Found = Pick<Standing, 'written' | 'diagnostics'>;

/**
 * Finds the report a build would make where it stands in the output folder already: the same was asked of the same program, every file and folder
 * that build has seen is as it was, so is every file it wrote, and no document it would have removed has come back. All by content; nothing is parsed, and neither
 * libraries nor a browser are loaded. What one finder has seen of the project it does not look at again, so it is for reports asked
 * for at once.
 */
export function standingFinder(
  host: Host,
): (request: BuildRequest, telling: Telling) => Promise<Found | undefined> {
  const digests = new Map<string, Promise<string | undefined>>();
  const lists = new Map<string, Promise<string>>();
  const digest = (path: string): Promise<string | undefined> =>
    once(digests, path, () => digestAt(path, host));
  const names = (path: string): Promise<string> =>
    once(lists, path, async () => namesDigest(await host.list(path)));

  return async (request, telling) => {
    if (request.changesFrom) return undefined;
    const standing = await recall<Standing>(host, nameOf(request, telling, host));
    if (!standing) return undefined;
    const { files, missing, folders, written, absent, diagnostics, cached, browser } = standing;
    const checks = [
      ...[...standing.digests].map(
        async ([name, was]) => (await digestAt(join(written.folder, name), host)) === was,
      ),
      host.list(written.folder).then((there) => !absent.some((name) => there.includes(name))),
      ...[...files].map(async ([path, was]) => (await digest(path)) === was),
      ...missing.map(async (path) => (await digest(path)) === undefined),
      ...[...folders].map(async ([path, was]) => (await names(path)) === was),
      browserIdentity(host, cached).then((now) => now.join('\n') === browser.join('\n')),
    ];
    const stands = (await Promise.all(checks)).every(Boolean);
    return stands ? { written: { ...written, unchanged: true }, diagnostics } : undefined;
  };
}

/** Remember a build for `standingFinder`. One that compares with an earlier edition is not: that edition is not the project's. */
export async function keepStanding(
  request: BuildRequest,
  made: Pick<Standing, 'written' | 'digests' | 'absent' | 'cached'> & { readonly seen: Seen },
  diagnostics: Diagnostics,
  host: Host,
): Promise<void> {
  if (request.changesFrom) return;
  const { written, digests, absent, cached, seen } = made;
  const { files, folders, missing } = seen;
  const browser = await browserIdentity(host, cached);
  const standing: Standing = {
    ...{ files, folders, missing: [...missing], written, digests, absent, cached, browser },
    diagnostics: diagnostics.all,
  };
  await keep(host, nameOf(request, diagnostics, host), standing);
}

function nameOf(request: BuildRequest, { language, strict }: Telling, host: Host): string {
  // Where puppeteer keeps its browsers; what is there is looked at each time.
  const places = ['PUPPETEER_EXECUTABLE_PATH', 'PUPPETEER_CACHE_DIR', 'HOME'];
  const environment = places.map((name) => host.environment(name));
  return resultName(host, 'standing', host.root, request, language, strict, environment);
}

async function digestAt(path: string, host: Host): Promise<string | undefined> {
  try {
    return sha256(await host.readBytes(path));
  } catch {
    return undefined;
  }
}
