import { describe, expect, it } from 'vitest';
import { Diagnostics, ReportError } from '../../src/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../../src/diagnostics/format.ts';

const place = { file: 'data/x.yaml', line: 2, column: 9 };

describe('diagnostics', () => {
  it('are recorded once for one place, and again for another', () => {
    const diagnostics = new Diagnostics('en');
    for (const line of [2, 2, 3]) diagnostics.report('YAML_DUPLICATE_KEY', { key: 'a' }, { ...place, line });
    expect(diagnostics.all.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('stop the run when one of them is an error, and only then', () => {
    const diagnostics = new Diagnostics('en');
    diagnostics.report('LEDGER_MISSING', { name: 'a', source: 'b' }, place);
    diagnostics.throwIfErrors();
    diagnostics.report('FILE_MISSING', { path: 'a' }, place);
    expect(() => {
      diagnostics.throwIfErrors();
    }).toThrow(ReportError);
  });

  it('are worded in the language of the terminal', () => {
    const said = (language: 'zh' | 'en'): string => {
      const diagnostics = new Diagnostics(language);
      diagnostics.report('UNIT_UNKNOWN', { name: '万园', candidates: ['万元'] }, place);
      return `${diagnostics.all[0]!.message} ${diagnostics.all[0]!.hint!}`;
    };
    expect(said('zh')).toBe('不认识的单位“万园” 是否想写 万元？');
    expect(said('en')).toBe('Unknown unit "万园" Did you mean 万元?');
  });
});

it('a diagnostic is printed with its line and a caret under its place, wide characters counted as two', () => {
  const diagnostics = new Diagnostics('en');
  diagnostics.report('VALUE_NOT_DECIMAL', { found: '0x10' }, place);
  const text = formatDiagnostic(diagnostics.all[0]!, {
    language: 'en',
    color: false,
    source: () => 'a: 1\n发明专利授权: 0x10\n',
  });
  const [head, where, line, caret, help] = text.split('\n');
  expect(head).toBe('error "0x10" is not a plain decimal number VALUE_NOT_DECIMAL');
  expect(where).toBe('  → data/x.yaml:2:9');
  expect(line).toBe('  2 | 发明专利授权: 0x10');
  expect(caret).toBe(`    | ${' '.repeat(14)}^`);
  expect(help).toMatch(/^ {2}help: Digits/);
});

it('a comma within a number between braces is recognised by the key YAML makes of its end', () => {
  const diagnostics = new Diagnostics('zh');
  for (const name of ['creation.granted.274', 'services.talent.3316_projects'])
    diagnostics.report('INDICATOR_UNKNOWN', { name, candidates: [] }, place);
  expect(diagnostics.all.map(({ hint = '' }) => hint.includes('千分位逗号'))).toEqual([true, false]);
});
