import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { Difference } from './compare.ts';

/** A document that differs in more numbers than this is another document; more lines would not help. */
const mostReported = 60;

/** Report what a comparison found: each number by itself, differences of wording together. */
export function reportDifferences(
  format: string,
  differences: readonly Difference[],
  diagnostics: Reporter,
): void {
  const numbers = differences.filter(({ kind }) => kind !== 'words');
  for (const difference of numbers.slice(0, mostReported)) reportOne(difference, diagnostics);
  if (numbers.length > mostReported)
    diagnostics.report('AUDIT_MORE', { format, count: numbers.length - mostReported });
  const words = differences.filter((one) => one.kind === 'words' && !isEmphasis(one)) as Words[];
  const [first] = words;
  if (first && !isMoved(words)) {
    const { where, expected, found } = first;
    diagnostics.report('AUDIT_WORDS', {
      format,
      count: words.length,
      where,
      expected: short(expected),
      found: short(found),
    });
  }
}

function reportOne(difference: Difference, diagnostics: Reporter): void {
  const { where } = difference;
  switch (difference.kind) {
    case 'missing': {
      const { shown, name = '', key = '' } = difference.mark;
      diagnostics.report('AUDIT_MISSING', { where, name, key, shown });
      break;
    }
    case 'changed': {
      const { shown, name = '', key = '' } = difference.mark;
      diagnostics.report('AUDIT_CHANGED', {
        where,
        name,
        key,
        expected: shown,
        found: short(difference.found),
      });
      break;
    }
    case 'extra':
      diagnostics.report('AUDIT_EXTRA', { where, found: difference.found, around: difference.around });
      break;
    case 'page': {
      const { entry, found, page } = difference;
      if (found === '') diagnostics.report('AUDIT_FIELD_EMPTY', { where, instruction: entry });
      else diagnostics.report('AUDIT_CONTENTS_PAGE', { where, entry, found, page });
      break;
    }
    case 'contents':
      diagnostics.report('AUDIT_CONTENTS_EMPTY', { where });
      break;
    case 'words':
      break;
  }
}

type Words = Extract<Difference, { kind: 'words' }>;

/** Browsers set the dots of emphasis as characters. */
function isEmphasis({ expected, found }: Words): boolean {
  return expected === '' && /^[·•]+$/.test(found);
}

/** The same words at another place, and nothing else. */
function isMoved(words: readonly { readonly expected: string; readonly found: string }[]): boolean {
  const sorted = (texts: readonly string[]): string =>
    texts
      .filter((text) => text !== '')
      .sort()
      .join('\n');
  return sorted(words.map(({ expected }) => expected)) === sorted(words.map(({ found }) => found));
}

function short(text: string): string {
  const shown = text.replace(/\p{Cc}/gu, '□');
  return shown.length > 40 ? `${shown.slice(0, 39)}…` : shown;
}
