import type { Finding, Patient } from '../finding.ts';

/** Whether the terminal is said to show Chinese: messages are UTF-8 whatever the locale. */
export function terminal({ host }: Patient): Promise<Finding[]> {
  const locale =
    ['LC_ALL', 'LC_CTYPE', 'LANG']
      .map((name) => host.environment(name) ?? '')
      .find((value) => value !== '') ?? '';
  const encoding = /\.([^@]+)/.exec(locale)?.[1] ?? '';
  const named = locale === '' ? '—' : locale;
  const says = { zh: `终端语言环境 ${named}`, en: `Locale of the terminal: ${named}` };
  // A locale that names no encoding, such as C, says nothing of what the terminal can show.
  if (encoding === '' || /^utf-?8$/i.test(encoding))
    return Promise.resolve([{ id: 'terminal', state: 'ok', says, facts: { locale } }]);
  const todo = {
    zh: `程序输出 UTF-8，${encoding} 终端会显示为乱码：export LANG=zh_CN.UTF-8，并把终端设为 UTF-8`,
    en: `Messages are UTF-8 and may look garbled in ${encoding}: export LANG=C.UTF-8 and set the terminal to UTF-8`,
  };
  return Promise.resolve([{ id: 'terminal', state: 'warning', says, todo, facts: { locale } }]);
}
