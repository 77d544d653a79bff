import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { Inputs } from '../validate/index.ts';

/** Name of a report's folder, and what the names of its documents begin with. */
export function reportBase({ region, period }: Pick<Inputs, 'region' | 'period'>): string {
  return `${region.id}-${period}`;
}

/** Refuse before minutes of work what could not be written after them. Reports OUTPUT_NOT_WRITTEN. */
export async function expectOutput(
  out: string,
  inputs: Inputs,
  { host, diagnostics }: { readonly host: Host; readonly diagnostics: Diagnostics },
): Promise<void> {
  const folder = `${out}/${reportBase(inputs)}`;
  await whileWriting(folder, diagnostics, () => host.expectFolder(folder));
}

/** Do what the file system may refuse: a file in the way, no permission, no room, a document open in Word. Reports OUTPUT_NOT_WRITTEN. */
export async function whileWriting(
  folder: string,
  diagnostics: Diagnostics,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { syscall, code = '' } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    diagnostics.report('OUTPUT_NOT_WRITTEN', { folder, reason: code });
    diagnostics.throwIfErrors();
  }
}
