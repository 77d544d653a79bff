import { PortUnavailable } from '../server/listen.ts';
import { startPreview } from '../server/start-preview.ts';
import type { PreviewBuild } from '../server/build-preview.ts';
import type { Arguments } from './parse-arguments.ts';
import type { Command } from './command.ts';
import { printDiagnostics } from './report-runs.ts';
import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** `npm run preview`: the live draft in the browser, until Ctrl-C. */
export const preview: Command = async (given, host, terminal) => {
  const { region, period = '', theme, language, port } = given;
  const stopped = untilStopped();
  try {
    const running = await startPreview({
      request: { region, period, theme, language },
      host,
      language: terminal.language,
      port,
      readOnly: false,
      onBuild(build, seconds) {
        void tell(build, seconds);
      },
    });
    terminal.error(welcome(running.address, terminal));
    await stopped;
    await running.close();
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof PortUnavailable)) throw error;
    terminal.error(portMessage(error, terminal));
    return exitCodes.usage;
  }

  async function tell(build: PreviewBuild, seconds: number): Promise<void> {
    if (build.html === undefined) await printDiagnostics(build.diagnostics, host, terminal);
    terminal.error(summary(build, seconds, given, terminal));
  }
};

/** Resolves at the first Ctrl-C or request to end; a second one ends the process the hard way. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}

function welcome(address: string, { language }: Terminal): string {
  return language === 'zh'
    ? `预览：${address}\n在浏览器中打开；保存文件后页面自动更新，按 Ctrl-C 结束。\n`
    : `Preview: ${address}\nOpen it in a browser; it follows every save. Ctrl-C ends it.\n`;
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
