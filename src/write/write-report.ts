import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { sha256 } from '../cache/digest.ts';
import { formatIds } from '../render/formats.ts';
import { formats } from '../render/index.ts';
import { figuresJson } from './figures-json.ts';
import { figuresXlsx } from './figures-xlsx.ts';
import { ledgerWords } from './ledger-words.ts';
import { changesInfix } from './changes-docx.ts';
import type { Made } from './made.ts';
import { json } from './json.ts';
import { createManifest, type Manifest } from './manifest.ts';
import { reportBase, whileWriting } from './output-folder.ts';
import { variantSuffix } from './variant-suffix.ts';

/** What was written, for the summary and `--json`. */
export interface Written {
  readonly folder: string;
  readonly outputs: Manifest['outputs'];
  /** All of it stood there already, and nothing was written. */
  readonly unchanged?: true;
}

/** What of a run this stage needs. */
interface Writing {
  readonly host: Host;
  readonly diagnostics: Diagnostics;
  /** Told when others write the same folder for long. */
  readonly onStage: (stage: 'wait') => void;
}

/**
 * Write a report's folder as a whole, in the folder `out`: documents, number ledger, checks and manifest. Documents of another theme
 * or language in the same folder stay; those of this one that were not built now go, because they would be out of date.
 * Returns the SHA-256 of every
 * file written besides, and the names of the documents that are not to be there. Reports LOCALE_MISSING and OUTPUT_NOT_WRITTEN.
 */
export async function writeReport(
  out: string,
  made: Made,
  { host, diagnostics, onStage }: Writing,
): Promise<Written & { readonly digests: ReadonlyMap<string, string>; readonly absent: readonly string[] }> {
  const { inputs, facts, checks, document, rendered, changes } = made;
  const base = reportBase(inputs);
  const suffix = variantSuffix(inputs);
  const named = new Map(
    [...rendered].map(([format, file]) => [`${base}${suffix}.${formats[format].extension}`, file]),
  );
  const changesName = `${base}${suffix}${changesInfix}.${formats.docx.extension}`;
  if (changes) named.set(changesName, { bytes: changes });
  const records = new Map<string, Uint8Array | string>();
  const lines = figuresJson(document, facts, inputs, rendered.get('pdf')?.marks);
  records.set(`figures${suffix}.json`, json(lines));
  const words = ledgerWords(inputs, diagnostics);
  records.set(`figures${suffix}.xlsx`, figuresXlsx(lines, checks, document, inputs, words));
  diagnostics.throwIfErrors();
  records.set(`check${suffix}.json`, json(checks));
  const manifest = await createManifest(made, named, records, host);
  const files = new Map<string, Uint8Array | string>([...named].map(([name, { bytes }]) => [name, bytes]));
  for (const [name, content] of records) files.set(name, content);
  files.set(`manifest${suffix}.json`, json(manifest));
  const ours = new Set(formatIds.map((format) => `${base}${suffix}.${formats[format].extension}`));
  ours.add(changesName);
  const folder = `${out}/${base}`;
  await whileWriting(folder, diagnostics, () =>
    host.replaceFolder(
      folder,
      files,
      (name) => !ours.has(name),
      () => {
        onStage('wait');
      },
    ),
  );
  const digests = new Map([...files].map(([name, content]) => [name, sha256(content)]));
  const absent = [...ours].filter((name) => !files.has(name));
  return { folder, outputs: manifest.outputs, digests, absent };
}
