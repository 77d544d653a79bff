import { createHost } from '../../src/host.ts';

/** Replaces a folder by one version of its files and by the other, until somebody ends it. */
const [folder = ''] = process.argv.slice(2);
const host = createHost();
process.stdout.write('begun\n');
for (let version = 0; ; version = 1 - version) {
  const files = new Map(
    Array.from({ length: 6 }, (_, index) => [`file-${String(index)}`, String(version).repeat(50_000)]),
  );
  await host.replaceFolder(folder, files, () => false);
}
