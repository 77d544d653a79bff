import { join } from 'node:path';
import { sha256 } from '../cache/digest.ts';
import { keep, recall, resultName } from '../cache/kept-results.ts';
import type { Diagnostic, Diagnostics } from '../diagnostics/diagnostic.ts';
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
  /** Where puppeteer looked for browsers, and what there was of browsers then. */
  readonly cached: readonly string[];
  readonly browser: readonly string[];
}

/** How diagnostics are told: part of what a build is asked for. */
export type Telling = Pick<Diagnostics, 'language' | 'strict'>;

/** What a report that need not be built anew comes to. */
export type Found = Pick<Standing, 'written' | 'diagnostics'>;

/**
 * The report a build would make, where it stands in the output folder already: the same was asked of the same program, every file and folder
 * that build has seen is as it was, and so is every file it wrote. All by content; nothing is parsed, and neither
 * libraries nor a browser are loaded.
 */
export async function findStanding(
  request: BuildRequest,
  telling: Telling,
  host: Host,
): Promise<Found | undefined> {
  if (request.changesFrom) return undefined;
  const standing = await recall<Standing>(host, nameOf(request, telling, host));
  if (!standing) return undefined;
  const { files, missing, folders, written, diagnostics, digests, cached, browser } = standing;
  const differs = async (path: string, digest: string): Promise<boolean> =>
    (await digestAt(path, host)) !== digest;
  const checks = [
    ...[...digests].map(([name, digest]) => differs(join(written.folder, name), digest)),
    ...[...files].map(([path, digest]) => differs(path, digest)),
    ...missing.map(async (path) => (await digestAt(path, host)) !== undefined),
    ...[...folders].map(async ([path, digest]) => namesDigest(await host.list(path)) !== digest),
    browserIdentity(host, cached).then((now) => now.join('\n') !== browser.join('\n')),
  ];
  return (await Promise.all(checks)).includes(true) ? undefined : { written, diagnostics };
}

/** Remember a build for `findStanding`. One that compares with an earlier edition is not: that edition is not the project's. */
export async function keepStanding(
  request: BuildRequest,
  made: Pick<Standing, 'written' | 'digests' | 'cached'> & { readonly seen: Seen },
  diagnostics: Diagnostics,
  host: Host,
): Promise<void> {
  if (request.changesFrom) return;
  const { written, digests, cached, seen } = made;
  const { files, folders, missing } = seen;
  const browser = await browserIdentity(host, cached);
  const standing: Standing = {
    ...{ files, folders, missing: [...missing], written, digests, cached, browser },
    diagnostics: diagnostics.all,
  };
  await keep(host, nameOf(request, diagnostics, host), standing);
}

function nameOf(request: BuildRequest, { language, strict }: Telling, host: Host): string {
  return resultName(host, 'standing', host.root, request, language, strict);
}

async function digestAt(path: string, host: Host): Promise<string | undefined> {
  try {
    return sha256(await host.readBytes(path));
  } catch {
    return undefined;
  }
}
