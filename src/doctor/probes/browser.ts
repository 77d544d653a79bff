import { readPdf } from '../../audit/read-pdf.ts';
import { Diagnostics } from '../../diagnostics/diagnostic.ts';
import { BrowserUnavailable } from '../../render/pdf/browser-unavailable.ts';
import { installedBrowsers } from '../../render/pdf/installed-browsers.ts';
import { tryPrinting } from '../../render/pdf/try-printing.ts';
import type { Finding, Patient, Words } from '../finding.ts';
import { missingLibraries } from '../missing-libraries.ts';

const sample = '知识产权白皮书 2025';

/** Whether a browser is there, starts, and prints a line of Chinese that a reader's program finds again. */
export async function browser({ host }: Patient): Promise<Finding[]> {
  const installed = await installedBrowsers(host);
  try {
    const { path, version, bytes } = await tryPrinting(host, sample);
    const facts = { path, version, installed };
    const { pieces } = await readPdf(bytes);
    const read = pieces.map(({ text }) => text).join('');
    if (read.includes(sample.replaceAll(' ', '')) || read.includes(sample)) {
      const says = {
        zh: `浏览器 ${version}（${path}），能打印中文`,
        en: `Browser ${version} (${path}), prints Chinese`,
      };
      return [{ id: 'browser', state: 'ok', says, facts }];
    }
    const says = {
      zh: `浏览器 ${version}（${path}）打印的中文读不回来：“${read}”`,
      en: `Chinese printed by browser ${version} (${path}) does not read back: "${read}"`,
    };
    return [{ id: 'browser', state: 'failure', says, todo: another, facts }];
  } catch (error) {
    if (!(error instanceof BrowserUnavailable)) throw error;
    return [await refused(error, installed)];
  }
}

const another: Words = {
  zh: '设 WHITEPAPER_BROWSER 指向另一个浏览器',
  en: 'Point WHITEPAPER_BROWSER to another browser',
};

/** What a build would say, and what only somebody who sets up a machine wants to know. */
async function refused(error: BrowserUnavailable, installed: readonly string[]): Promise<Finding> {
  const [zh, en] = (['zh', 'en'] as const).map((language) => {
    const diagnostics = new Diagnostics(language);
    error.reportTo(diagnostics);
    return diagnostics.all[0];
  });
  const says = { zh: zh?.message ?? '', en: en?.message ?? '' };
  const todo = { zh: zh?.hint ?? '', en: en?.hint ?? '' };
  const facts = { code: zh?.code ?? '', installed };
  const path = installed.find((candidate) => says.en.includes(candidate));
  if (/sandbox/i.test(says.en)) {
    const more = {
      zh: `${todo.zh}；或让系统管理员允许非特权用户命名空间（浏览器的沙箱要用）`,
      en: `${todo.en}; or have unprivileged user namespaces allowed, which its sandbox needs`,
    };
    return { id: 'browser', state: 'failure', says, todo: more, facts };
  }
  const { names, packages } = await missingLibraries(path ?? '');
  if (names.length === 0) return { id: 'browser', state: 'failure', says, todo, facts };
  const install = packages.length === 0 ? names.join(' ') : `sudo apt-get install ${packages.join(' ')}`;
  const more = {
    zh: `缺少系统库 ${names.join('，')}：${install}；或${todo.zh}`,
    en: `System libraries are missing (${names.join(', ')}): ${install}; or ${todo.en}`,
  };
  return { id: 'browser', state: 'failure', says, todo: more, facts: { ...facts, missing: names } };
}
