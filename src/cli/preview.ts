import type { Host } from '../host.ts';
import { launcher, type Launcher } from '../server/launch.ts';
import { PortUnavailable } from '../server/listen.ts';
import { AddressUnavailable } from '../server/reach.ts';
import { startPreview, type Preview } from '../server/start-preview.ts';
import type { PreviewBuild } from '../server/build-preview.ts';
import type { Arguments } from './parse-arguments.ts';
import type { Command } from './command.ts';
import { printDiagnostics } from './report-runs.ts';
import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** `npm run preview`: the live draft in the browser, until Ctrl-C. */
export const preview: Command = previewWith(launcher);

/** The command, with what is opened opened by this launcher. */
export function previewWith(launcher: Launcher): Command {
  return async (given, host, terminal) => {
    const { region, period = '', theme, language, port, address, readOnly } = given;
    const stopped = untilStopped();
    try {
      const running = await startPreview({
        request: { region, period, theme, language },
        host,
        language: terminal.language,
        ...{ port, address, readOnly },
        launcher,
        onBuild(build, seconds) {
          void tell(build, seconds);
        },
      });
      terminal.error(welcome(running, readOnly, terminal));
      if (given.open && isAttended(host, terminal)) void launcher.page(running.address);
      await stopped;
      await running.close();
      return exitCodes.ok;
    } catch (error) {
      if (error instanceof PortUnavailable) terminal.error(portMessage(error, terminal));
      else if (error instanceof AddressUnavailable) terminal.error(addressMessage(error, terminal));
      else throw error;
      return exitCodes.usage;
    }

    async function tell(build: PreviewBuild, seconds: number): Promise<void> {
      if (build.html === undefined) await printDiagnostics(build.diagnostics, host, terminal);
      terminal.error(summary(build, seconds, given, terminal));
    }
  };
}

/** Signals closer together than this many milliseconds are one: npm passes on Ctrl-C to those who have had it already. */
const oneSignal = 1000;

/** Resolves at the first Ctrl-C, request to end or closing of the terminal; a later one ends the process the hard way. */
function untilStopped(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  return new Promise((resolve) => {
    const stop = (): void => {
      resolve();
      setTimeout(() => {
        for (const signal of signals) process.off(signal, stop);
      }, oneSignal).unref();
    };
    for (const signal of signals) process.on(signal, stop);
  });
}

/** Somebody sits before it to whom a browser can be opened. */
function isAttended(host: Host, { interactive }: Terminal): boolean {
  return interactive && ['', 'false', '0'].includes(host.environment('CI') ?? '');
}

function welcome({ address, elsewhere }: Preview, readOnly: boolean, { language }: Terminal): string {
  const zh = language === 'zh';
  const others = elsewhere.map((other) => `  ${other}\n`).join('');
  const may = readOnly ? (zh ? '查看草稿' : 'see') : zh ? '查看草稿、修改数据' : 'see and change';
  const warning = zh
    ? `注意：能连到本机的人用以下地址可以${may}，传输不加密；只发给信得过的人。\n${others}`
    : `Note: whoever can connect to this machine can ${may} it by these addresses, unencrypted; give them only to those you trust.\n${others}`;
  const text = zh
    ? `预览：${address}\n在浏览器中打开；保存文件后页面自动更新，按 Ctrl-C 结束。\n`
    : `Preview: ${address}\nOpen it in a browser; it follows every save. Ctrl-C ends it.\n`;
  return elsewhere.length === 0 ? text : text + warning;
}

function addressMessage({ address }: AddressUnavailable, { language }: Terminal): string {
  return language === 'zh'
    ? `${address} 不是本机的地址。所有地址用 --host 0.0.0.0；只供本机使用时不写 --host。\n`
    : `${address} is no address of this machine. --host 0.0.0.0 is all of them; leave --host out to stay on this machine.\n`;
}

function summary(
  { html, diagnostics, defect }: PreviewBuild,
  seconds: number,
  { debug }: Arguments,
  { language }: Terminal,
): string {
  const zh = language === 'zh';
  const count = (severity: string): string =>
    String(diagnostics.filter((diagnostic) => diagnostic.severity === severity).length);
  const time = seconds.toFixed(2);
  if (html !== undefined) {
    return zh
      ? `已更新：${time} 秒，${count('warning')} 处警告\n`
      : `Updated in ${time} s, ${count('warning')} warnings\n`;
  }
  if (defect !== undefined) {
    const text = debug ? (defect.stack ?? defect.message) : defect.message;
    return zh
      ? `内部错误：这是程序的缺陷，不是数据的问题。加 --debug 可得到详情。\n${text}\n`
      : `Internal error: a defect of the program, not of the data. --debug tells more.\n${text}\n`;
  }
  return zh
    ? `未更新：${count('error')} 处错误；改好并保存后自动继续\n`
    : `Not updated, ${count('error')} errors; mend and save to go on\n`;
}

function portMessage({ port, inUse }: PortUnavailable, { language }: Terminal): string {
  if (language === 'zh') {
    return inUse
      ? `端口 ${String(port)} 已被占用。请换一个，或不写 --port 由程序选择。\n`
      : `端口 ${String(port)} 不能使用。请换一个大于 1024 的，或不写 --port。\n`;
  }
  return inUse
    ? `Port ${String(port)} is in use. Choose another, or leave --port out.\n`
    : `Port ${String(port)} cannot be used. Choose one above 1024, or leave --port out.\n`;
}
