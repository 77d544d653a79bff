import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyProject, type ProjectCopy } from '../project-copy.ts';

/** The region and period every city-year is made from, and the others its report reads. */
const sample = { region: 'xiamen', period: '2022', beside: ['2017', '2022-2025'] } as const;
const ledgers = ['xiamen-2022-digest', 'xiamen-plan-2022-2025', 'xiamen-2017-summary'] as const;

const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** Figures nothing else depends on, as data file and ledger say them, and how far they move from one city to the next. */
const varied = [
  { written: 'madrid: { held: 731 }', key: 'creation.trademark.madrid.held', value: 731, step: 1 },
  {
    written: 'registrations: { value: 56001',
    key: 'creation.copyright.registrations',
    value: 56001,
    step: 7,
  },
] as const;

/**
 * A project in `folder` with `count` reports, each of a region of its own (`sample-001`, 样例甲子市, …) with its own data and ledgers:
 * the sample's, with figures that differ from city to city, the same at every call. No other region has a report.
 */
export async function makeCityYears(folder: string, count: number): Promise<ProjectCopy> {
  await mkdir(folder, { recursive: true });
  const copy = await copyProject(folder);
  const read = (file: string): Promise<string> => copy.read(file);
  const report = await read(`data/${sample.region}/${sample.period}.yaml`);
  const beside = await Promise.all(
    sample.beside.map(
      async (period) => [period, withoutReport(await read(`data/${sample.region}/${period}.yaml`))] as const,
    ),
  );
  const sources = await Promise.all(
    ledgers.map(async (name) => [name, await read(`seeds/${name}.yaml`)] as const),
  );
  const register = await read('data/regions.yaml');
  for (const entry of await readdir(join(copy.root, 'data'), { withFileTypes: true }))
    if (entry.isDirectory() && entry.name !== 'indicators')
      await rm(join(copy.root, 'data', entry.name), { recursive: true });
  let regions = register
    .replace(/^default_region: .*$/m, 'default_region: sample-001')
    .replace(/^regions:[^]*$/m, 'regions:\n');
  for (let city = 1; city <= count; city += 1) {
    const id = idOf(city);
    const own = (text: string): string => renamed(text, city);
    await copy.write(`data/${id}/${sample.period}.yaml`, own(variedData(report, city)));
    for (const [period, text] of beside) await copy.write(`data/${id}/${period}.yaml`, own(text));
    for (const [name, text] of sources)
      await copy.write(`seeds/${own(name)}.yaml`, own(variedLedger(text, city)));
    const name = nameOf(city);
    regions += `  ${id}:\n    name: { zh: ${name}市, en: ${id} }\n    short_name: { zh: ${name}, en: ${id} }\n    level: sub-provincial-city\n    province: { zh: 样例省, en: Sample Province }\n`;
  }
  await writeFile(join(copy.root, 'data/regions.yaml'), regions);
  return copy;
}

const idOf = (city: number): string => `sample-${String(city).padStart(3, '0')}`;

function nameOf(city: number): string {
  const stem = stems[(city - 1) % stems.length] ?? '';
  const branch = branches[Math.floor((city - 1) / stems.length) % branches.length] ?? '';
  const round = Math.floor((city - 1) / (stems.length * branches.length));
  return `样例${stem}${branch}${stems.slice(0, round)}`;
}

/** Departments of the register keep their names. */
function renamed(text: string, city: number): string {
  return text.replaceAll(sample.region, idOf(city)).replaceAll(/厦门(?!海关|银保监局)/g, nameOf(city));
}

function variedData(text: string, city: number): string {
  let data = text;
  for (const { written, value, step } of varied)
    data = data.replace(written, written.replace(String(value), String(value + step * city)));
  return data;
}

function variedLedger(text: string, city: number): string {
  let ledger = text;
  for (const { key, value, step } of varied)
    ledger = ledger.replace(
      `{ id: ${key}, region: ${sample.region}, period: ${sample.period}, value: ${value}`,
      `{ id: ${key}, region: ${sample.region}, period: ${sample.period}, value: ${value + step * city}`,
    );
  return ledger;
}

/** Figures to compare with, and no report of their own. */
function withoutReport(text: string): string {
  return text.replace(/^report:\n(?:[ #].*\n|\n)*/m, '');
}
