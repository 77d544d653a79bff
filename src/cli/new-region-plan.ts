import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { NewRegionOption } from '../diagnostics/catalogue.ts';
import type { Host } from '../host.ts';
import { readYaml } from '../load/read-files.ts';
import { readCatalogue } from '../validate/validate-catalogue.ts';
import { validateFile } from '../validate/validate-file.ts';
import { localeSchema } from '../validate/schema/locale.ts';
import { regionsSchema, type Region, type Regions } from '../validate/schema/regions.ts';
import { dataFileText } from './new-region-data.ts';
import { ledgerText } from './new-region-ledger.ts';
import { addRegion } from './new-region-register.ts';
import type { Arguments } from './parse-arguments.ts';

/** A file to be made, or, where `before` says what it holds now, to be changed. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  readonly before?: string;
  readonly about: Readonly<Record<'zh' | 'en', string>>;
}

/** What `new-region` is going to write; the ledger and the register before the data file that needs them. */
export interface NewRegion {
  readonly id: string;
  readonly period: string;
  readonly name: string;
  /** False where the region is registered and gets only a new period. */
  readonly isNew: boolean;
  readonly files: readonly PlannedFile[];
}

const register = 'data/regions.yaml';
/** The words of reports: a new data file is written in the language of its guide. */
const locale = 'templates/locales/zh-CN.yaml';

/**
 * Check what is asked for against what is there, and word the files. Throws `ReportError` when anything is wrong;
 * reports NEW_REGION_OPTION, NEW_REGION_EXISTS, NEW_REGION_NAME, NEW_REGION_BY_HAND, NAME_TWICE.
 */
export async function planNewRegion(
  given: Arguments,
  host: Host,
  diagnostics: Diagnostics,
): Promise<NewRegion> {
  const id = given.region ?? '';
  const period = given.period ?? '';
  const entry = newEntry(given);
  checkOptions(id, period, entry, diagnostics);
  const yaml = await readYaml(host, register, diagnostics);
  const regions = yaml && validateFile(regionsSchema, yaml, diagnostics)?.regions;
  const catalogue = await readCatalogue(host, diagnostics);
  const localeYaml = await readYaml(host, locale, diagnostics);
  const words = localeYaml && validateFile(localeSchema, localeYaml, diagnostics)?.words;
  diagnostics.throwIfErrors();
  if (!regions || !words) throw new Error('new-region: a bad file was not reported');

  const known = Object.hasOwn(regions, id) ? regions[id] : undefined;
  if (known) {
    const registered = known.name.zh;
    if (registered !== entry.name.zh) {
      const place = yaml.place(['regions', id], 'key');
      diagnostics.report('NEW_REGION_NAME', { id, registered, name: entry.name.zh }, place);
    }
  } else {
    const first = Object.keys(regions).find((other) => regions[other]?.name.zh === entry.name.zh);
    if (first !== undefined) {
      const place = yaml.place(['regions', first], 'key');
      diagnostics.report('NAME_TWICE', { name: entry.name.zh, first, second: id }, place);
    }
  }
  const source = `${id}-${period}`;
  const data = `data/${id}/${period}.yaml`;
  const ledger = `seeds/${source}.yaml`;
  await refuseExisting(known ? data : `data/${id}`, host, diagnostics);
  await refuseExisting(ledger, host, diagnostics);
  diagnostics.throwIfErrors();
  const about = { id, period, source, name: entry.name.zh };
  const files: PlannedFile[] = [
    { path: ledger, text: ledgerText(about), about: { zh: '来源台账', en: 'the ledger of its source' } },
    {
      path: data,
      text: dataFileText(about, catalogue, words),
      about: { zh: '数据和正文：在这里填数、写文字', en: 'figures and text: this is the file to edit' },
    },
  ];
  if (!known) files.unshift(await registerWith(id, entry, regions, host, diagnostics));
  return { id, period, name: entry.name.zh, isNew: !known, files };
}

function newEntry({ name, short, level, province }: Arguments): Region {
  const zh = name?.trim() ?? '';
  return {
    name: { zh },
    short_name: { zh: short?.trim() ?? zh.replace(/(?<=..)市$/u, '') },
    level: (level ?? 'prefecture-city') as Region['level'],
    ...(province !== undefined && { province: { zh: province.trim() } }),
  };
}

/** The schema of the register says what an entry may be; control characters would break out of a comment. */
function checkOptions(id: string, period: string, entry: Region, diagnostics: Diagnostics): void {
  const { keyType, valueType } = regionsSchema.shape.regions;
  const report = (option: NewRegionOption, found: string): void => {
    const levels = valueType.shape.level.options;
    diagnostics.report('NEW_REGION_OPTION', { option, found, levels });
  };
  const texts = {
    name: entry.name.zh,
    short: entry.short_name.zh,
    level: entry.level,
    ...(entry.province && { province: entry.province.zh }),
  };
  const issues = valueType.safeParse(entry).error?.issues ?? [];
  const wrong = new Set(issues.map(({ path }) => String(path[0]).replace('short_name', 'short')));
  if (!keyType.safeParse(id).success) report('id', id);
  for (const [option, text] of Object.entries(texts))
    if (wrong.has(option) || /\p{Cc}/u.test(text)) report(option as NewRegionOption, text);
  if (!/^(19|20)\d\d$/.test(period)) report('period', period);
}

/** Nothing that is there is overwritten, and a folder that is no region's is not made one. */
async function refuseExisting(path: string, host: Host, diagnostics: Diagnostics): Promise<void> {
  const cut = path.lastIndexOf('/');
  const names = await host.list(path.slice(0, cut));
  if (names.includes(path.slice(cut + 1))) diagnostics.report('NEW_REGION_EXISTS', { path });
}

async function registerWith(
  id: string,
  entry: Region,
  regions: Regions['regions'],
  host: Host,
  diagnostics: Diagnostics,
): Promise<PlannedFile> {
  const before = (await host.readText(register)) ?? '';
  const text = addRegion(before, id, entry, regions);
  if (text === undefined) {
    diagnostics.report('NEW_REGION_BY_HAND', { id }, { file: register, line: 1, column: 1 });
    diagnostics.throwIfErrors();
  }
  return {
    path: register,
    text: text ?? before,
    before,
    about: { zh: '登记了地区', en: 'the region is registered' },
  };
}
