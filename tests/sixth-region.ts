import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, type ProjectCopy } from './project-copy.ts';

const fixture = join(projectRoot, 'tests/fixtures/sixth-region');

/** Add a region nobody thought of when `src/` and `templates/` were written: data, ledgers and entries in the register. */
export async function addSixthRegion(copy: ProjectCopy): Promise<void> {
  for (const folder of ['data', 'seeds'])
    await cp(join(fixture, folder), join(copy.root, folder), { recursive: true });
  const entries = (await readFile(join(fixture, 'regions.yaml'), 'utf8')).split('regions:\n')[1]!;
  await copy.write('data/regions.yaml', (await copy.read('data/regions.yaml')) + entries);
}
