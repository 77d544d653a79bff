import type { Diagnostics, Place } from '../diagnostics/diagnostic.ts';
import { FileRefused, FileTooLarge, maximumInputBytes } from '../host.ts';

/**
 * Report a file that is not read: FILE_OUTSIDE, FILE_UNREADABLE or FILE_TOO_LARGE. False, and nothing is reported, for any other error,
 * which is our own.
 */
export function reportRefusal(error: unknown, diagnostics: Diagnostics, place?: Place): boolean {
  if (error instanceof FileRefused) {
    const { path, reason } = error;
    if (reason === 'outside') diagnostics.report('FILE_OUTSIDE', { path }, place);
    else diagnostics.report('FILE_UNREADABLE', { path, reason }, place);
    return true;
  }
  if (!(error instanceof FileTooLarge)) return false;
  const { path, bytes } = error;
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  const limit = String(maximumInputBytes / 1024 / 1024);
  diagnostics.report('FILE_TOO_LARGE', { path, megabytes, limit }, place);
  return true;
}
