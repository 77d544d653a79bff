import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, type ChangeableProject } from './project-copy.ts';

const fixture = join(projectRoot, 'tests/fixtures/sixth-region');

/** Add a region nobody thought of when `src/` and `templates/` were written: data, ledgers and entries in the register. */
export async function addSixthRegion(copy: ChangeableProject): Promise<void> {
  for (const folder of ['data/sample-city', 'data/sample-port', 'seeds'])
    for (const name of await readdir(join(fixture, folder)))
      await copy.write(`${folder}/${name}`, await readFile(join(fixture, folder, name), 'utf8'));
  const entries = (await readFile(join(fixture, 'regions.yaml'), 'utf8')).split('regions:\n')[1]!;
  await copy.write('data/regions.yaml', (await copy.read('data/regions.yaml')) + entries);
}
