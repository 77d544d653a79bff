import { describe, expect, it } from 'vitest';
import { compareParagraphs } from '../../src/readback/compare-paragraphs.ts';
import { isTouched } from '../../src/readback/judge-figures.ts';
import { readParagraphs } from '../../src/readback/read-paragraphs.ts';
import { controlNames } from '../../src/render/docx/figure-control.ts';

const keys = new Map(
  ['filed', 'granted', 'held'].map((key) => [controlNames(key, '').placeholder, key] as const),
);
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const figure = (key: string, text: string): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="${key}"/></w:sdtPr><w:sdtContent>${text === '' ? '' : run(text)}</w:sdtContent></w:sdt>`;
const paragraph = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;
const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties}${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

/** What became of the figures that were touched: old and new text; and the words that were changed. */
function compare(before: string, after: string): { figures: string[]; words: string[] } {
  const [one, other] = [before, after].map((body) =>
    readParagraphs(
      new Map([['word/document.xml', `<w:document><w:body>${body}</w:body></w:document>`]]),
      new Set(keys.keys()),
    ),
  );
  const { occurrences, prose } = compareParagraphs(one!, other!, keys);
  return {
    figures: occurrences
      .filter(isTouched)
      .map(({ key, before: old, after: now }) => `${key} ${old} → ${now ?? 'gone'}`),
    words: prose.map(({ marked }) => marked),
  };
}

const sentence = (...number: string[]): string =>
  paragraph(run('专利申请'), figure('filed', '80件'), run('，授权'), ...number, run('，居前列。'));

it.each([
  ['a digit before it', [run('3'), figure('granted', '38件')], '338件'],
  ['a digit behind it', [figure('granted', '38'), run('５件')], '38５件'],
  ['a qualifier', [run('约'), figure('granted', '39件')], '约39件'],
  ['its unit', [figure('granted', '39'), run('件')], '39件'],
  ['a rounding', [figure('granted', '30'), run('余件')], '30余件'],
  ['all of it, the control left empty', [run('39件'), figure('granted', '')], '39件'],
])('takes %s typed against a control for its number', (_, typed, now) => {
  const before = sentence(figure('granted', '38件'));
  expect(compare(before, sentence(...typed))).toEqual({ figures: [`granted 38件 → ${now}`], words: [] });
});

it('takes other words typed against a control for words', () => {
  const { figures, words } = compare(
    sentence(figure('granted', '38件')),
    sentence(run('发明'), figure('granted', '38件'), run('（已核）')),
  );
  expect([figures, words]).toEqual([[], [expect.stringContaining('{+发明+}38件{+（已核）+}')]]);
});

describe('rows of a table', () => {
  const rows = (mark: (key: string, text: string) => string): [string, string, string] => [
    row([run('申请量'), mark('filed', '80'), run('件')]),
    row([run('授权量'), mark('granted', '38'), run('件')]),
    row([run('有效专利'), mark('held', '5'), run('万件')]),
  ];

  it('may be sorted: every number stays with its figure', () => {
    const [one, two, three] = rows(figure);
    for (const sorted of [table(three, two, one), table(two, one, three), table(two, three, one)])
      expect(compare(table(one, two, three), sorted).figures).toEqual([]);
  });

  it('that lost their controls and were sorted give no number to another figure', () => {
    const [one, two, three] = rows((_, text) => run(text));
    const built = table(...rows(figure));
    for (const sorted of [table(three, two, one), table(two, one, three), table(two, three, one)])
      for (const change of compare(built, sorted).figures) expect(change).toMatch(/→ gone$/);
    const typed = compare(built, table(one, two.replace('38', '39'), three));
    expect(typed).toEqual({ figures: ['granted 38 → 39'], words: [] });
  });

  it('are gone when their deletion is tracked in the row alone', () => {
    const [one, , three] = rows(figure);
    const deleted = row(
      [run('授权量'), figure('granted', '38'), run('件')],
      '<w:trPr><w:del w:id="1" w:author="审稿人" w:date="2023-03-01T09:30:00Z"/></w:trPr>',
    );
    expect(compare(table(...rows(figure)), table(one, deleted, three)).figures).toEqual([
      'granted 38 → gone',
    ]);
  });
});
