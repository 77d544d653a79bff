import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FilesRead } from './files-read.ts';

/** A diagnostic as the browser shows it. `code` is wider than the catalogue's: a defect of ours is shown too. */
export interface Problem extends Omit<Diagnostic, 'code'> {
  readonly code: string;
  /** The line of the file it points at, as it was when the build read it. */
  readonly source?: string;
}

/** Lines longer than this are not sent: nobody reads them in a panel. */
const longestLine = 2000;

/** Diagnostics with the lines they point at; `files` are those the build read. */
export function toProblems(diagnostics: readonly Diagnostic[], files: FilesRead): Problem[] {
  return diagnostics.map((diagnostic) => {
    const { file, line } = diagnostic;
    const text = file === undefined ? undefined : files.get(file);
    const lines = typeof text === 'string' ? text.split(/\r?\n/) : undefined;
    const source = line === undefined ? undefined : lines?.[line - 1];
    const isShown = source !== undefined && source.trim() !== '' && source.length <= longestLine;
    return isShown ? { ...diagnostic, source } : diagnostic;
  });
}

/** A defect of the program, so that the preview can say so and go on. */
export function internalProblem({ name, message }: Error, language: 'zh' | 'en'): Problem {
  const reason = `${name}: ${message}`;
  return language === 'zh'
    ? {
        code: 'INTERNAL',
        severity: 'error',
        message: `内部错误：${reason}`,
        hint: '这是程序的缺陷，不是数据的问题；请连同刚才的修改一起报告',
      }
    : {
        code: 'INTERNAL',
        severity: 'error',
        message: `Internal error: ${reason}`,
        hint: 'A defect of the program, not of the data; please report it together with your last change',
      };
}
