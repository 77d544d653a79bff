import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { FormatId } from '../render/formats.ts';

/** A finished file is not of its format any more. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** Read a file; whatever its reader throws is the file's fault. */
export async function read<Reading>(
  reader: (bytes: Uint8Array) => Reading | Promise<Reading>,
  bytes: Uint8Array,
): Promise<Reading> {
  try {
    return await reader(bytes);
  } catch (error) {
    throw new Unreadable(error instanceof Error ? error.message : String(error));
  }
}

/** Report AUDIT_UNREADABLE where `read` failed; anything else that is thrown is our bug. */
export async function reportUnreadable(
  format: FormatId,
  diagnostics: Reporter,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    diagnostics.report('AUDIT_UNREADABLE', { format: format.toUpperCase(), reason: error.message });
  }
}
