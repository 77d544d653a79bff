import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Shard } from '../batch/shard.ts';
import type { DocxOptions } from '../render/docx/docx-options.ts';
import { formatIds, type FormatId } from '../render/formats.ts';

/** What the command line asks for. */
export interface Arguments {
  readonly command: CommandName;
  /** The one period of a command that takes one. */
  readonly period: string | undefined;
  /** Of `build` and `check`: the periods and regions named, each once; none where all are meant. */
  readonly periods: readonly string[];
  readonly regions: readonly string[];
  /** Of `build`: the part of the reports this machine builds, on how many workers, and how many seconds each may take. */
  readonly shard: Shard | undefined;
  readonly workers: number | undefined;
  readonly timeout: number | undefined;
  /** Of `audit` and `verify`: the output folder. */
  readonly folder: string | undefined;
  /** Of `readback`: the edited document, the folder of its build, and whether the data are to be changed. */
  readonly file: string | undefined;
  readonly build: string | undefined;
  readonly apply: boolean;
  /** Of `readback`: keys of figures changed in some places only, to be taken as changed. */
  readonly accept: readonly string[];
  readonly region: string | undefined;
  readonly formats: readonly FormatId[];
  readonly out: string;
  readonly theme: string;
  readonly language: string;
  readonly all: boolean;
  readonly final: boolean;
  readonly docx: DocxOptions;
  /** Folder of an earlier build the DOCX is to mark the changes from. */
  readonly changesFrom: string | undefined;
  /** Whether what earlier runs have kept may be used. */
  readonly cache: boolean;
  /** Warnings are errors. */
  readonly strict: boolean;
  readonly json: boolean;
  readonly debug: boolean;
  readonly port: number | undefined;
  /** Of `preview`: where it answers, whether it may write, and whether to open the browser. */
  readonly address: string | undefined;
  readonly readOnly: boolean;
  readonly open: boolean;
  /** What `new-region` is told of the region: names, level and province as written. */
  readonly name: string | undefined;
  readonly short: string | undefined;
  readonly level: string | undefined;
  readonly province: string | undefined;
}

export const commandNames = [
  'build',
  'check',
  'audit',
  'verify',
  'readback',
  'preview',
  'doctor',
  'schemas',
  'seal',
  'new-region',
] as const;
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
    strict: { type: 'boolean' },
    'content-controls': { type: 'string' },
    'track-changes-from': { type: 'string' },
    'no-cache': { type: 'boolean' },
    shard: { type: 'string' },
    workers: { type: 'string' },
    timeout: { type: 'string' },
  },
  check: {
    ...common,
    ...region,
    all: { type: 'boolean' },
    final: { type: 'boolean' },
    strict: { type: 'boolean' },
  },
  audit: { ...common },
  verify: { ...common },
  readback: {
    ...common,
    build: { type: 'string' },
    out: { type: 'string' },
    apply: { type: 'boolean' },
    accept: { type: 'string' },
  },
  preview: {
    ...common,
    ...region,
    ...look,
    port: { type: 'string' },
    host: { type: 'string' },
    'read-only': { type: 'boolean' },
    'no-open': { type: 'boolean' },
  },
  doctor: { ...common, out: { type: 'string' }, theme: { type: 'string' } },
  schemas: { ...common },
  seal: { ...common, ...region, out: { type: 'string' } },
  'new-region': {
    ...common,
    name: { type: 'string' },
    short: { type: 'string' },
    level: { type: 'string' },
    province: { type: 'string' },
    period: { type: 'string' },
  },
};

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
  const takesLists = command === 'build' || command === 'check';
  const periods = takesLists ? listOf(positionals) : [];
  const regions = takesLists ? listOf([text('region') ?? '']) : [];
  if (takesLists && periods.length === 0 && positionals.length > 0)
    throw new UsageError('年份为空 the period is empty');
  if (takesLists && text('region') !== undefined && regions.length === 0)
    throw new UsageError('地区为空 --region names no region');
  if (positionals.length > 1 && !takesLists)
    throw new UsageError(`多余的参数 too many arguments: ${positionals.slice(1).join(' ')}`);
  const isNew = command === 'new-region';
  const isAudit = command === 'audit' || command === 'verify';
  const isReadback = command === 'readback';
  const [first] = positionals;
  const period = isNew ? text('period') : isAudit || isReadback ? undefined : first;
  const folder = isAudit ? first : undefined;
  const all = values.all === true;
  if (text('out')?.trim() === '') throw new UsageError('输出文件夹为空 --out names no folder');
  if (all && period !== undefined) throw new UsageError('--all 与年份不能同时使用 --all takes no period');
  if ((command === 'build' || command === 'preview' || command === 'seal') && period === undefined && !all) {
    throw new UsageError('缺少年份，例如 2022 — a period is missing, e.g. 2022');
  }
  if (isAudit && (folder ?? '').trim() === '')
    throw new UsageError(
      '缺少文件夹，例如 out/sample-city-2025 — a folder is missing, e.g. out/sample-city-2025',
    );
  if (isReadback && (first ?? '').trim() === '')
    throw new UsageError('缺少文件，例如 修改稿.docx — a file is missing, e.g. edited.docx');
  if (text('build')?.trim() === '') throw new UsageError('编制文件夹为空 --build names no folder');
  const formats = parseFormats(text('format'));
  if (isNew) requireNewRegion(first, text('name'), period);
  return {
    command,
    period,
    folder,
    file: isReadback ? first : undefined,
    build: text('build'),
    apply: values.apply === true,
    accept: (text('accept') ?? '').split(/[,，、\s]+/).filter((key) => key !== ''),
    region: isNew ? first : text('region'),
    periods,
    regions,
    shard: parseShard(text('shard')),
    workers: parseCount('workers', text('workers'), 256),
    timeout: parseCount('timeout', text('timeout'), 86_400),
    formats,
    out: text('out') ?? 'out',
    theme: text('theme') ?? 'whitepaper',
    language: text('lang') ?? 'zh-CN',
    all,
    final: values.final === true,
    changesFrom: parseChanges(text('track-changes-from'), formats),
    docx: { contentControls: parseSwitch('content-controls', text('content-controls')) },
    cache: values['no-cache'] !== true,
    strict: values.strict === true,
    json: values.json === true,
    debug: values.debug === true,
    port: parsePort(text('port')),
    address: parseAddress(text('host')),
    readOnly: values['read-only'] === true,
    open: values['no-open'] !== true,
    name: text('name'),
    short: text('short'),
    level: text('level'),
    province: text('province'),
  };
}

/** The year is asked for, not taken from a clock: a white paper is mostly of last year. */
function requireNewRegion(id?: string, name?: string, period?: string): void {
  if (id === undefined) throw new UsageError('缺少地区编号，例如 sample-city — an id is missing');
  if (name === undefined) throw new UsageError('缺少名称，例如 --name 某某市 — --name is missing');
  if (period === undefined) throw new UsageError('缺少年份，例如 --period 2025 — --period is missing');
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

/** Names as they were typed, in one word or several; each once. */
function listOf(words: readonly string[]): string[] {
  return [...new Set(words.flatMap((word) => word.split(/[,，、\s]+/)).filter((name) => name !== ''))];
}

function parseShard(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const [, index, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (!index || !count || index > count)
    throw new UsageError(`--shard 写成 第几份/共几份，如 1/4 — is <part>/<parts>, e.g. 1/4: ${text}`);
  return { index, count };
}

function parseCount(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text) || Number(text) > most)
    throw new UsageError(`--${name} 是 1 到 ${most} 的整数 is a whole number from 1 to ${most}: ${text}`);
  return Number(text);
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

function parseChanges(folder: string | undefined, formats: readonly FormatId[]): string | undefined {
  if (folder?.trim() === '')
    throw new UsageError('--track-changes-from 没有给出文件夹 --track-changes-from names no folder');
  if (folder !== undefined && !formats.includes('docx'))
    throw new UsageError('--track-changes-from 需要 DOCX 格式 --track-changes-from needs the format docx');
  return folder;
}

function parseSwitch(name: string, state = 'on'): boolean {
  if (state !== 'on' && state !== 'off') throw new UsageError(`--${name} 只能是 on 或 off — is on or off`);
  return state === 'on';
}

function parseAddress(address: string | undefined): string | undefined {
  if (address?.trim() === '') throw new UsageError('没有给出地址，例如 0.0.0.0 — --host names no address');
  return address?.trim();
}

function parsePort(port: string | undefined): number | undefined {
  if (port === undefined) return undefined;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new UsageError(`端口不对 not a port: ${port}`);
  return Number(port);
}
