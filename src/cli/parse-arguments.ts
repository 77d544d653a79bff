import { parseArgs, type ParseArgsConfig } from 'node:util';
import { formatIds, type FormatId } from '../render/formats.ts';

/** What the command line asks for. */
export interface Arguments {
  readonly command: CommandName;
  readonly period: string | undefined;
  /** Of `audit`: the output folder. */
  readonly folder: string | undefined;
  readonly region: string | undefined;
  readonly formats: readonly FormatId[];
  readonly out: string;
  readonly theme: string;
  readonly language: string;
  readonly all: boolean;
  readonly final: boolean;
  readonly json: boolean;
  readonly debug: boolean;
  readonly port: number | undefined;
}

export const commandNames = ['build', 'check', 'audit', 'preview', 'schemas'] as const;
export type CommandName = (typeof commandNames)[number];

/** The command line cannot be understood: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

const common = {
  json: { type: 'boolean' },
  debug: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
const region = { region: { type: 'string' } } as const;
const look = { theme: { type: 'string' }, lang: { type: 'string' } } as const;

const optionsOf: Record<CommandName, Options> = {
  build: {
    ...common,
    ...region,
    ...look,
    format: { type: 'string' },
    out: { type: 'string' },
    all: { type: 'boolean' },
    final: { type: 'boolean' },
  },
  check: { ...common, ...region, all: { type: 'boolean' }, final: { type: 'boolean' } },
  audit: { ...common },
  preview: { ...common, ...region, ...look, port: { type: 'string' } },
  schemas: { ...common },
};

export const usage = `
npm run build-report -- <period>   编制报告 build a report, e.g. 2022 or 2022-2025
    --region <id>       地区 (default: default_region in data/regions.yaml)
    --format <list>     pdf,docx,html (default all)      --out <dir>    输出文件夹 (default out/)
    --theme <id>        主题 (default whitepaper)        --lang <tag>   语言 (default zh-CN)
    --all               所有地区和年份 every region and period
    --final             定稿：拒绝未确认的数 refuse unconfirmed figures
    --json              结果为标准输出上的一个 JSON 对象 one JSON object on stdout
npm run check   -- [<period>] [--region <id>] [--json]    只检查数据 data and rules only
npm run audit   -- <folder> [--json]      核对成品，如 out/xiamen-2022 read finished files back
npm run preview -- <period> [--region <id>] [--port <n>]  浏览器预览 live draft in the browser
`.trim();

/** Read the command line. Throws `UsageError`, or returns `help` when help is asked for. */
export function parseArguments(argv: readonly string[]): Arguments | 'help' {
  const [name = '', ...rest] = argv;
  if (name === '--help' || name === '-h') return 'help';
  const command = commandNames.find((known) => known === name);
  if (!command) throw new UsageError(`不认识的命令 unknown command: ${name || '—'}`);
  const { values, positionals } = parse(command, rest);
  if (values.help === true) return 'help';
  const text = (key: string): string | undefined =>
    typeof values[key] === 'string' ? values[key] : undefined;
  if (positionals.length > 1)
    throw new UsageError(`多余的参数 too many arguments: ${positionals.slice(1).join(' ')}`);
  const [first] = positionals;
  const period = command === 'audit' ? undefined : first;
  const folder = command === 'audit' ? first : undefined;
  const all = values.all === true;
  if (text('out')?.trim() === '') throw new UsageError('输出文件夹为空 --out names no folder');
  if (all && period !== undefined) throw new UsageError('--all 与年份不能同时使用 --all takes no period');
  if ((command === 'build' || command === 'preview') && period === undefined && !all) {
    throw new UsageError('缺少年份，例如 2022 — a period is missing, e.g. 2022');
  }
  if (command === 'audit' && (folder ?? '').trim() === '')
    throw new UsageError('缺少文件夹，例如 out/xiamen-2022 — a folder is missing, e.g. out/xiamen-2022');
  return {
    command,
    period,
    folder,
    region: text('region'),
    formats: parseFormats(text('format')),
    out: text('out') ?? 'out',
    theme: text('theme') ?? 'whitepaper',
    language: text('lang') ?? 'zh-CN',
    all,
    final: values.final === true,
    json: values.json === true,
    debug: values.debug === true,
    port: parsePort(text('port')),
  };
}

function parse(
  command: CommandName,
  args: string[],
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({ args, options: optionsOf[command], allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function parseFormats(list: string | undefined): FormatId[] {
  if (list === undefined) return [...formatIds];
  const asked = list.split(',').map((name) => name.trim());
  const unknown = asked.find((name) => !formatIds.some((id) => id === name));
  if (unknown !== undefined) {
    throw new UsageError(`没有格式 unknown format: ${unknown || '—'} (${formatIds.join(', ')})`);
  }
  return formatIds.filter((id) => asked.includes(id));
}

function parsePort(port: string | undefined): number | undefined {
  if (port === undefined) return undefined;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new UsageError(`端口不对 not a port: ${port}`);
  return Number(port);
}
