import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { NewRegion, PlannedFile } from './new-region-plan.ts';

/**
 * Write all files or none: when one cannot be written, those before it are put back as they were. A folder that was not
 * there comes last and appears as a whole. Reports OUTPUT_NOT_WRITTEN.
 */
export async function writeNewRegion(
  { files }: NewRegion,
  host: Host,
  diagnostics: Diagnostics,
): Promise<void> {
  const written: PlannedFile[] = [];
  for (const file of files) {
    try {
      await write(file, host);
      written.push(file);
    } catch (error) {
      // Refused by the file system: no permission, no room.
      const { syscall, code = '' } = error as NodeJS.ErrnoException;
      for (const done of written.reverse()) await putBack(done, host);
      if (syscall === undefined) throw error;
      diagnostics.report('OUTPUT_NOT_WRITTEN', { folder: file.path, reason: code });
      diagnostics.throwIfErrors();
    }
  }
}

async function write({ path, text }: PlannedFile, host: Host): Promise<void> {
  const { folder, name } = split(path);
  const isThere = (await host.list(folder)).length > 0;
  if (isThere) await host.writeText(path, text);
  else await host.replaceFolder(folder, new Map([[name, text]]), () => true);
}

async function putBack({ path, before }: PlannedFile, host: Host): Promise<void> {
  const { folder, name } = split(path);
  if (before !== undefined) await host.writeText(path, before);
  else await host.replaceFolder(folder, new Map(), (other) => other !== name);
}

function split(path: string): { folder: string; name: string } {
  const cut = path.lastIndexOf('/');
  return { folder: path.slice(0, cut), name: path.slice(cut + 1) };
}
