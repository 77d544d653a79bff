import { createHost } from '../../src/host.ts';

/** Replaces a folder by one version of its files and by the other, until somebody ends it. */
const [folder = ''] = process.argv.slice(2);
const host = createHost();
const write = (version: number): Promise<void> => {
  const files = new Map(
    Array.from({ length: 6 }, (_, index) => [`file-${String(index)}`, String(version).repeat(50_000)]),
  );
  return host.replaceFolder(folder, files, () => false);
};
await write(1);
// By now it listens.
process.stdout.write('begun\n');
for (let version = 0; ; version = 1 - version) await write(version);
