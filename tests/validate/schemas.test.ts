import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { createHost } from '../../src/host.ts';
import { parseYaml } from '../../src/load/yaml-file.ts';
import { fileSchemas, jsonSchemas } from '../../src/validate/json-schemas.ts';
import type { Regions } from '../../src/validate/schema/regions.ts';
import { readCatalogue } from '../../src/validate/validate-catalogue.ts';
import { validateFile } from '../../src/validate/validate-file.ts';
import { projectRoot } from '../project-copy.ts';

const catalogue = await readCatalogue(createHost(), new Diagnostics());
const text = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
const files = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
const yamlFiles = ['data', 'seeds', 'templates'].flatMap((folder) => files(folder, /\.ya?ml$/));

it('the JSON Schemas for editors are those the program validates with', () => {
  const schemas = jsonSchemas(catalogue);
  expect(files('schemas', /\.json$/).sort()).toEqual(
    Object.keys(schemas)
      .map((name) => `schemas/${name}.schema.json`)
      .sort(),
  );
  for (const [name, schema] of Object.entries(schemas))
    expect(JSON.parse(text(`schemas/${name}.schema.json`)), name).toEqual(JSON.parse(JSON.stringify(schema)));
});

it.each(yamlFiles)('%s names its schema in its first line and keeps to it', (file) => {
  const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text(file))?.[1];
  const kind = /(?:^|\/)schemas\/([a-z]+)\.schema\.json$/.exec(join(dirname(file), named ?? ''))?.[1];
  const schemas = fileSchemas(catalogue);
  expect(Object.keys(schemas)).toContain(kind);
  const diagnostics = new Diagnostics('en');
  validateFile(schemas[kind!]!, parseYaml(text(file), file, diagnostics)!, diagnostics);
  expect(diagnostics.all).toEqual([]);
});

it('no program file and no template knows a region', () => {
  const { regions } = parseYaml(text('data/regions.yaml'), '', new Diagnostics())!.value as Regions;
  const names = Object.entries(regions)
    .filter(([, { level }]) => level !== 'nation')
    .flatMap(([id, { name, short_name, province }]) =>
      [id, name, short_name, province].flatMap((one) => (typeof one === 'string' ? one : [one?.zh, one?.en])),
    )
    .filter((name) => name !== undefined);
  expect(names).toContain('厦门');
  const found = [...files('src', /\.tsx?$/), ...files('templates', /\.(hbs|ya?ml|css)$/)].flatMap((file) => {
    const code = text(file);
    return names.filter((name) => code.includes(name)).map((name) => `${file}: ${name}`);
  });
  expect(found).toEqual([]);
});
