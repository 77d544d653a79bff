const notAllowed = ['没有读取权限', 'no permission to read'] as const;

const refusals: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  EACCES: notAllowed,
  EPERM: notAllowed,
  EINVAL: ['不是普通文件', 'no ordinary file'],
  EISDIR: ['是文件夹，不是文件', 'a folder, not a file'],
  ELOOP: ['链接指向自己', 'a link to itself'],
  EFBIG: ['太大', 'too large'],
};

/** Why the system does not let a file be read, in words and by its code. */
export function readRefusal(code: string, language: 0 | 1): string {
  const what = refusals[code]?.[language];
  return what === undefined ? code : `${what}${language === 0 ? '，' : ', '}${code}`;
}
