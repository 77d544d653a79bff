import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-copy.ts';
import { randomFor } from './random.ts';
import { mutate, type Mutation } from './mutate.ts';

/** One case: which report is made, and which file of it is not what it should be. */
export interface Case {
  readonly index: number;
  readonly region: string;
  readonly period: string;
  readonly theme: string;
  readonly file: string;
  readonly mutation: Mutation;
}

const reports = [
  ['xiamen', '2022'],
  ['xiamen', '2022'],
  ['xiamen', '2022-2025'],
  ['quanzhou', '2021'],
  ['ningbo', '2020'],
] as const;

/** Folders by how often a file of them is changed; `data/<region>` is what officers type in. */
const places = [
  ['own', 8],
  ['data', 1],
  ['data/indicators', 2],
  ['seeds', 1],
  ['templates/sections', 3],
  ['templates/partials', 2],
  ['templates/reports', 1],
  ['templates/charts', 5],
  ['templates/themes/whitepaper', 1],
  ['templates/themes/gongwen', 1],
  ['templates/locales', 1],
] as const;

const weighted = places.flatMap(([folder, weight]) => Array<string>(weight).fill(folder));

/** The case of a seed and a number. */
export function caseOf(seed: number, index: number): Case {
  const random = randomFor(seed, index);
  const [region, period] = random.pick(reports);
  const place = random.pick(weighted);
  const folder = place === 'own' ? `data/${region}` : place;
  const file = random.pick(filesIn(folder));
  const theme = folder.endsWith('gongwen') ? 'gongwen' : 'whitepaper';
  const mutation = mutate(textOf(file), file, random);
  return { index, region, period, theme, file, mutation };
}

const listed = new Map<string, readonly string[]>();

function filesIn(folder: string): readonly string[] {
  const known = listed.get(folder);
  if (known) return known;
  const files = readdirSync(join(projectRoot, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `${folder}/${name}`)
    .sort();
  listed.set(folder, files);
  return files;
}

const texts = new Map<string, string>();

/** A file of the project as it is. */
export function textOf(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(join(projectRoot, file), 'utf8');
  texts.set(file, text);
  return text;
}
