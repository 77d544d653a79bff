import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFaces } from '../src/fonts/faces.ts';

/** Those of these programs this machine lacks; the tests that need them are skipped, and say so. */
export function missingPrograms(...names: readonly string[]): string[] {
  return names.filter((name) => {
    try {
      execFileSync('which', [name], { stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
}

/** For a test's title, and aloud on standard error: why it is skipped; empty where nothing is missing. */
export function skipped(what: string, missing: readonly string[]): string {
  if (missing.length === 0) return '';
  const reason = `SKIPPED, not installed: ${missing.join(', ')}`;
  process.stderr.write(`${what}: ${reason}\n`);
  return ` (${reason})`;
}

/** Word's fonts are not for every machine: our faces stand in for them, in which the page numbers were worked out, too. */
const standIns = {
  'Noto Serif SC': ['宋体', '仿宋', '仿宋_GB2312', '楷体', '楷体_GB2312', '方正小标宋简体'],
  'Noto Sans SC': ['黑体', '微软雅黑'],
};

/**
 * Have LibreOffice convert files, all at once, into `folder`, by a profile and fonts of its own there. `to` is an extension or an export
 * filter, for example `pdf` or `docx:MS Word 2007 XML`.
 */
export function convertInLibreOffice(files: readonly string[], folder: string, to = 'pdf'): void {
  mkdirSync(folder, { recursive: true });
  const fonts = join(folder, 'fonts.conf');
  const alias = ([family, names]: [string, string[]]): string =>
    names
      .map((name) => `<match><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="same"><string>${family}</string></edit></match>`)
      .join(''); // prettier-ignore
  const folders = bundledFaces.map(({ path }) => `<dir>${join(path, '..')}</dir>`).join('');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${folders}<cachedir>${folder}/fonts</cachedir>${Object.entries(standIns).map(alias).join('')}</fontconfig>`,
  );
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, ...files], {
    stdio: 'ignore',
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
}
