import type { Host } from '../../host.ts';

/**
 * Put `after` into a file that says `before`. Nothing is written where it is `changed` by now, and where the system denies it:
 * on a full or write-protected disk, and on Windows while another program holds the file.
 */
export async function replaceFile(
  host: Host,
  file: string,
  before: string,
  after: string,
): Promise<'replaced' | 'changed' | 'denied'> {
  try {
    return (await host.replaceText(file, before, after)) ? 'replaced' : 'changed';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'ENOENT' ? 'changed' : 'denied';
  }
}
