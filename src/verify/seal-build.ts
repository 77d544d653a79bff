import { stringify } from 'yaml';
import { sha256 } from '../cache/digest.ts';
import { isOfReport, type Facts } from '../derive/facts.ts';
import { sealEnding, type Request } from '../load/index.ts';
import { examineReport, type Run } from '../pipeline.ts';
import type { Seal } from '../validate/schema/seal.ts';
import type { Manifest } from '../write/manifest.ts';
import { parseManifest } from '../write/parse-manifest.ts';

/**
 * Write down beside the data what the report built below `out` publishes, figure by figure, with the hashes of its documents; returns the
 * file. Throws `ReportError`; reports SEAL_WITHOUT_BUILD, SEAL_STALE, SEAL_EXISTS.
 */
export async function sealBuild(request: Request, out: string, run: Run): Promise<string> {
  const { host, diagnostics } = run;
  const { inputs, facts } = await examineReport({ ...request, final: true }, run);
  const folder = `${out}/${inputs.region.id}-${inputs.period}`;
  const data = `data/${inputs.region.id}/${inputs.period}`;
  const manifest = parseManifest(await host.readText(`${folder}/manifest.json`));
  if (!manifest) diagnostics.report('SEAL_WITHOUT_BUILD', { folder });
  else if (manifest.inputs[`${data}.yaml`] !== sha256((await host.readText(`${data}.yaml`)) ?? ''))
    diagnostics.report('SEAL_STALE', { folder });
  const file = data + sealEnding;
  if (manifest && inputs.sealed.has(inputs.period)) diagnostics.report('SEAL_EXISTS', { file });
  diagnostics.throwIfErrors();
  if (manifest) await host.writeText(file, textOf(facts, manifest));
  return file;
}

function textOf(facts: Facts, { outputs }: Manifest): string {
  const published: Seal = {
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, { sha256: hash }]) => [name, hash])),
    figures: Object.fromEntries(
      [...facts.figures.values()]
        .filter((figure) => isOfReport(facts, figure) && figure.provenance.formula === undefined)
        .map(({ key, value, unit }) => [key, { value, unit }]),
    ),
  };
  const head =
    '# yaml-language-server: $schema=../../schemas/sealed.schema.json\n# 已公布的数，由 npm run seal 写出，不手工修改。\n';
  return (
    head + stringify(published, { lineWidth: 0, defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' })
  );
}
