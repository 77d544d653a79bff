/** Why the system does not let a folder be written, in words, and what to do; by the code it gives. */
interface Refusal {
  readonly what: readonly [zh: string, en: string];
  readonly hint: readonly [zh: string, en: string];
}

const notAllowed: Refusal = {
  what: ['没有写入权限', 'no permission to write'],
  hint: [
    '请有权限的人把文件夹（连同其中的文件）交给当前用户，或用 --out 换一个文件夹',
    'Have the folder and its files given to the current user, or name another folder with --out',
  ],
};
const noRoom: Refusal = {
  what: ['空间不足', 'no room left'],
  hint: ['腾出磁盘空间或调高限额后重试', 'Free space on the disk, or have the quota raised, and try again'],
};
const inTheWay: Refusal = {
  what: ['该处是一个文件，不是文件夹', 'a file is in the way'],
  hint: [
    '移走或改名与文件夹同名的文件，或用 --out 换一个文件夹',
    'Move the file of that name away, or name another folder with --out',
  ],
};
const inUse: Refusal = {
  what: ['正被占用', 'in use'],
  hint: [
    '关闭在 Word 等程序中打开的文件；挂载点不能替换，请用 --out 指定它里面的文件夹',
    'Close the files where they are open; a mount point cannot be replaced, name a folder in it with --out',
  ],
};

const refusals: Readonly<Record<string, Refusal>> = {
  EACCES: notAllowed,
  EPERM: {
    what: notAllowed.what,
    hint: [
      `关闭在 Word 等程序中打开的文件；${notAllowed.hint[0]}`,
      `Close the files where they are open. ${notAllowed.hint[1]}`,
    ],
  },
  EROFS: {
    what: ['只读的磁盘', 'a read-only disk'],
    hint: ['用 --out 换一个可以写入的文件夹', 'Name a folder that can be written to with --out'],
  },
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EFBIG: noRoom,
  ENOTDIR: inTheWay,
  EEXIST: inTheWay,
  EBUSY: inUse,
  LOCKED: {
    what: ['另一个程序正在写入，已等候一分钟', 'another process has been writing it for a minute'],
    hint: ['等它结束，或结束它，然后重试', 'Wait for it to end, or end it, and try again'],
  },
};

const other: Refusal = {
  what: ['', ''],
  hint: [
    '检查文件夹的权限和剩余空间，关闭在 Word 等程序中打开的文件后重试',
    'Check permissions and free space, close the files where they are open, and try again',
  ],
};

/** What the system said, in words and by its code. */
export function refusalReason(code: string, language: 0 | 1): string {
  const what = (refusals[code] ?? other).what[language];
  return what === '' ? code : `${what}${language === 0 ? '，' : ', '}${code}`;
}

/** What to do about it. */
export function refusalHint(code: string, language: 0 | 1): string {
  return (refusals[code] ?? other).hint[language];
}
