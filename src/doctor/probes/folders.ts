import { dirname, isAbsolute, join } from 'node:path';
import { examineFolder, folderSize } from '../../host/examine-folder.ts';
import { amount } from '../amount.ts';
import type { Finding, Patient, Words } from '../finding.ts';

const mebibyte = 1024 ** 2;
/** A report is 5 MB, written beside the old one; the browser that comes along is 200 MB unpacked. */
const enough = { least: 50 * mebibyte, comfortable: 500 * mebibyte };

interface Place {
  readonly id: string;
  readonly name: Words;
  readonly path: string;
  /** Builds make it where it is not there yet. */
  readonly isMade: boolean;
  /** What does not work where nothing can be written here. */
  readonly without: { readonly state: 'warning' | 'failure'; readonly todo: Words };
}

/** The folders that are written to: whether they can be, and whether there is room. */
export async function folders({ host, out }: Patient): Promise<Finding[]> {
  const inside = (path: string): string => (isAbsolute(path) ? path : join(host.root, path));
  const cache = dirname(await host.cacheFolder('fontconfig'));
  const size = await folderSize(cache);
  const places: Place[] = [
    {
      id: 'folder.out',
      name: { zh: '输出文件夹', en: 'Output folder' },
      path: inside(out),
      isMade: true,
      without: {
        state: 'failure',
        todo: {
          zh: '改正它的权限，移开同名的文件，或用 --out 另指一个文件夹',
          en: 'Correct its permissions, move a file of that name away, or name another folder with --out',
        },
      },
    },
    {
      id: 'folder.data',
      name: { zh: '数据文件夹', en: 'Data folder' },
      path: inside('data'),
      isMade: false,
      without: {
        state: 'warning',
        todo: {
          zh: '能编制；要在预览中修改，请改正它的权限',
          en: 'Builds work; to edit in the preview correct its permissions',
        },
      },
    },
    {
      id: 'folder.cache',
      name: {
        zh: `缓存（现有 ${amount(size)}，可随时删除）`,
        en: `Cache (${amount(size)} now, safe to delete)`,
      },
      path: cache,
      isMade: true,
      without: {
        state: 'failure',
        todo: {
          zh: '设环境变量 XDG_CACHE_HOME 为可写的文件夹',
          en: 'Set XDG_CACHE_HOME to a folder that can be written to',
        },
      },
    },
  ];
  const found = await Promise.all(places.map(examine));
  return found.map((finding) =>
    finding.id === 'folder.cache' ? { ...finding, facts: { ...finding.facts, size } } : finding,
  );
}

async function examine({ id, name, path, isMade, without }: Place): Promise<Finding> {
  const { refusal, free, nearest } = await examineFolder(path);
  const facts = { path, exists: nearest === path, ...(free !== undefined && { free }) };
  if (!isMade && nearest !== path) {
    const says = { zh: `没有${name.zh} ${path}`, en: `There is no ${name.en.toLowerCase()} ${path}` };
    const todo = {
      zh: '在项目文件夹中运行，或改正环境变量 WHITEPAPER_ROOT',
      en: 'Run it in the project, or correct WHITEPAPER_ROOT',
    };
    return { id, state: 'failure', says, todo, facts };
  }
  if (refusal !== undefined) {
    const says = {
      zh: `${name.zh} ${path} 不能写入（${refusal}）`,
      en: `${name.en} ${path} cannot be written to (${refusal})`,
    };
    return { id, ...without, says, facts: { ...facts, refusal } };
  }
  const room = free === undefined ? '?' : amount(free);
  const says = {
    zh: `${name.zh} ${path}，磁盘剩余 ${room}`,
    en: `${name.en} ${path}, ${room} left on the disk`,
  };
  if (free === undefined || free >= enough.comfortable) return { id, state: 'ok', says, facts };
  const todo = { zh: '腾出磁盘空间', en: 'Make room on the disk' };
  return { id, state: free < enough.least ? 'failure' : 'warning', says, todo, facts };
}
