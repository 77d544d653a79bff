import { Diagnostics, ReportError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { tell } from '../diagnostics/recorded.ts';
import { OwnEngines } from '../make/engines.ts';
import type { FigureChange } from '../readback/judge-figures.ts';
import { composePresent } from '../readback/present.ts';
import { readback as readBack, type Readback } from '../readback/readback.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { describeReadback } from './describe-readback.ts';
import { printAnswer } from './print-answer.ts';
import { diagnosticsForJson, printDiagnostics } from './report-runs.ts';

/**
 * `npm run readback -- edited.docx`: what was changed in a document that comes back, and how the data would have to change.
 * Conflicts are results, not errors: the command fails only when the file or the data cannot be read, or `--apply` is refused.
 */
export const readback: Command = async ({ file = '', build, out, apply, accept, json }, host, terminal) => {
  const engines = new OwnEngines(host);
  const diagnostics = new Diagnostics(terminal.language);
  let result: Readback | undefined;
  let problems: readonly Diagnostic[] = diagnostics.all;
  try {
    result = await readBack(
      { file, build, out, apply, accept },
      {
        host,
        diagnostics,
        language: terminal.language,
        compose: composePresent,
        async render(document, theme) {
          // What the theme's own fonts are like is no matter of words.
          const job = { document, theme, keeps: true, audits: false };
          const { file, problems } = await engines.maker.make('docx', job);
          if (file) return file.bytes;
          tell(problems, diagnostics);
          throw new ReportError(diagnostics.all);
        },
      },
    );
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    problems = error.diagnostics;
  } finally {
    await engines.close();
  }
  const ok = !problems.some(({ severity }) => severity === 'error');
  const exitCode = ok ? exitCodes.ok : exitCodes.input;
  if (json) {
    const found = result && forJson(result);
    const listed = diagnosticsForJson([{ diagnostics: problems }]);
    printAnswer(exitCode, { file, ...found, diagnostics: listed }, terminal);
  } else if (result) terminal.out(describeReadback(result, terminal.language));
  if (result && result.afterwards.length > 0) {
    const zh = terminal.language === 'zh';
    terminal.error(zh ? '\n照此写入以后，核对会报：\n' : '\nOnce this is written, the checks will say:\n');
    await printDiagnostics(result.afterwards, host, terminal);
  }
  await printDiagnostics(problems, host, terminal);
  return exitCode;
};

/** Everything but the files' whole texts. */
function forJson({ figures, names, patches, afterwards, marks, charts, prose, ...rest }: Readback): object {
  const { build, ...report } = marks;
  return {
    report,
    build,
    ...rest,
    figures: figures.map((change) => figureForJson(change, names[change.key] ?? '')),
    charts: charts.others,
    prose: prose.map((change) => ({ ...change, words: undefined })),
    patches: patches.map(({ file, diff }) => ({ file, diff })),
    afterwards: diagnosticsForJson([{ diagnostics: afterwards }]),
  };
}

function figureForJson({ key, verdict, occurrences, figure, typed }: FigureChange, name: string): object {
  const before = figure && { value: figure.value, unit: figure.unit, place: figure.place };
  return {
    key,
    name,
    verdict,
    ...before,
    ...(figure?.provenance.inputs && { computedFrom: figure.provenance.inputs }),
    ...(typed && { becomes: typed }),
    occurrences: occurrences.map((one) => ({ ...one, after: one.after ?? null })),
  };
}
