import { stringify } from 'yaml';
import { Diagnostics, ReportError } from '../diagnostics/diagnostic.ts';
import { isOfReport, type Facts } from '../derive/facts.ts';
import { sealEnding } from '../load/index.ts';
import { examineReport } from '../pipeline.ts';
import type { Seal } from '../validate/schema/seal.ts';
import { sha256 } from '../cache/digest.ts';
import type { Manifest } from '../write/manifest.ts';
import type { Command } from './command.ts';
import { printDiagnostics } from './report-runs.ts';
import { exitCodes } from './exit-codes.ts';

/**
 * `npm run seal -- 2022`: write down what the built report publishes, figure by figure, with the hashes of its documents,
 * beside the data. From then on a changed figure of the period is an error unless it says what it revises. Reports
 * SEAL_WITHOUT_BUILD, SEAL_STALE, SEAL_EXISTS.
 */
export const seal: Command = async (given, host, terminal) => {
  const diagnostics = new Diagnostics(terminal.language);
  try {
    const { region, theme, language, out } = given;
    const request = { region, period: given.period ?? '', theme, language, final: true };
    const { inputs, facts } = await examineReport(request, { host, diagnostics, onStage: () => undefined });
    const name = `${inputs.region.id}-${inputs.period}`;
    const folder = `${out}/${name}`;
    const data = `data/${inputs.region.id}/${inputs.period}`;
    const text = await host.readText(`${folder}/manifest.json`);
    if (text === undefined) diagnostics.report('SEAL_WITHOUT_BUILD', { folder });
    diagnostics.throwIfErrors();
    const manifest = JSON.parse(text ?? '{}') as Manifest;
    const current = sha256((await host.readText(`${data}.yaml`)) ?? '');
    if (manifest.inputs[`${data}.yaml`] !== current) diagnostics.report('SEAL_STALE', { folder });
    if (inputs.sealed.has(inputs.period)) diagnostics.report('SEAL_EXISTS', { file: data + sealEnding });
    diagnostics.throwIfErrors();
    await host.writeText(data + sealEnding, textOf(facts, manifest));
    terminal.error(`${data}${sealEnding}\n`);
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    await printDiagnostics(diagnostics.all, host, terminal);
    return exitCodes.input;
  }
};

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
