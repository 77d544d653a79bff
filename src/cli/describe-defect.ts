import type { Defect } from '../batch/outcome.ts';

/** What the user is told of a defect of the program; its stack only with `--debug`. */
export function describeDefect(
  { name, message, stack }: Defect,
  debug: boolean,
  language: 'zh' | 'en',
): string {
  const apology =
    language === 'zh'
      ? '内部错误：这是程序的缺陷，不是数据的问题。请附上以下内容报告；加 --debug 可得到详情。'
      : 'Internal error: this is a defect of the program, not of the data. Please report it; --debug tells more.';
  return `${apology}\n${debug ? (stack ?? message) : `${name}: ${message}`}\n`;
}
