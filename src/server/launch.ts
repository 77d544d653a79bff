import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import open from 'open';

/** What a file was opened with: an editor at the place, the program its kind of file belongs to, or nothing. */
export type OpenedWith = 'editor' | 'program' | 'nothing';

/** Milliseconds in which a program that cannot be started has said so. */
const patience = 3000;

/**
 * Run in a process of its own: finding the editor blocks, a failure is printed, and an editor of the terminal would take
 * that of the preview. The latter is why it is not told of one.
 */
const editorScript = `
  const [launchEditor, place] = process.argv.slice(1);
  for (const name of ['VISUAL', 'EDITOR'])
    if (/(^|[\\\\/])(n?vim?|vi|nano|pico|emacs|micro|joe|ed|helix|hx)(\\s|$)/.test(process.env[name] ?? '')) delete process.env[name];
  require(launchEditor)(place, () => process.exit(1));
`;

/** Opens things on the screen of this machine. */
export interface Launcher {
  /** `path` is absolute. */
  file(path: string, line: number, column: number): Promise<OpenedWith>;
  /** Whether a program could be started for it. */
  page(address: string): Promise<boolean>;
}

/** The launcher of this machine; what it starts outlives the preview. */
export const launcher: Launcher = {
  async file(path, line, column) {
    const { resolve } = createRequire(import.meta.url);
    const place = `${path}:${String(line)}:${String(column)}`;
    const editor = spawn(process.execPath, ['-e', editorScript, resolve('launch-editor'), place], {
      stdio: 'ignore',
      detached: true,
      windowsHide: true,
    });
    editor.unref();
    if (await isUp(editor)) return 'editor';
    return (await this.page(path)) ? 'program' : 'nothing';
  },
  async page(address) {
    try {
      return await isUp(await open(address));
    } catch {
      return false;
    }
  },
};

/** Whether a program has done its work, or is still at it, after a moment. */
function isUp(program: ChildProcess): Promise<boolean> {
  if (program.exitCode !== null) return Promise.resolve(program.exitCode === 0);
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience, true);
    timer.unref();
    const end = (code: number | null): void => {
      clearTimeout(timer);
      resolve(code === 0);
    };
    program.once('error', () => {
      end(null);
    });
    program.once('exit', end);
  });
}
