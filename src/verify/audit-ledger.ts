import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { LedgerLine } from '../write/figures-json.ts';

/** The lines of a number ledger; none where the file is gone, broken or somebody else's. */
export async function readLedger(file: string, host: Host): Promise<LedgerLine[]> {
  try {
    const said: unknown = JSON.parse((await host.readText(file)) ?? '');
    return Array.isArray(said) ? (said as (Partial<LedgerLine> | null)[]).filter(isLedgerLine) : [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [];
  }
}

/** Compare a ledger that was found with what it should say, line by line. Reports AUDIT_LEDGER. */
export function auditLedger(
  file: string,
  found: readonly LedgerLine[],
  expected: readonly LedgerLine[],
  diagnostics: Reporter,
): void {
  const shown = ({ printed, value, unit }: LedgerLine): string =>
    printed.includes(value) ? printed : `${printed} (${value} ${unit})`;
  const there = new Map(found.map((line) => [line.key, line]));
  for (const line of expected) {
    const other = there.get(line.key);
    there.delete(line.key);
    if (other?.value === line.value && other.unit === line.unit && other.printed === line.printed) continue;
    const details = { file, key: line.key, expected: shown(line), found: other ? shown(other) : '' };
    if (found.length > 0) diagnostics.report('AUDIT_LEDGER', details);
  }
  for (const line of there.values())
    diagnostics.report('AUDIT_LEDGER', { file, key: line.key, expected: '', found: shown(line) });
}

/** Whether a line has what is compared; one that has not is missed as if it were gone. */
function isLedgerLine(line: Partial<LedgerLine> | null): line is LedgerLine {
  const texts = [line?.key, line?.value, line?.unit, line?.printed];
  return texts.every((text) => typeof text === 'string') && Array.isArray(line?.printedIn);
}
