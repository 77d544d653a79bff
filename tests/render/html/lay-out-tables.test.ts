import { h } from 'hastscript';
import { select } from './select.ts';
import { expect, test } from 'vitest';
import { layOutTables } from '../../../src/render/html/lay-out-tables.ts';

function tableOf(rows: readonly (readonly string[])[], columns?: string) {
  const head = h(
    'thead',
    h(
      'tr',
      rows[0]!.map((text) => h('th', { scope: 'col' }, text)),
    ),
  );
  const body = h(
    'tbody',
    rows.slice(1).map((row) =>
      h(
        'tr',
        row.map((text, index) =>
          index === 0 ? h('th', { scope: 'row' }, text) : h('td', { dataAlign: 'number' }, text),
        ),
      ),
    ),
  );
  const root = h(
    null,
    h('figure', [
      h('figcaption', '表1 名称'),
      h('table', columns === undefined ? {} : { dataColumns: columns }, [head, body]),
    ]),
  );
  layOutTables(root);
  return root;
}

test('relative column widths become percentages', () => {
  const columns = select(
    tableOf(
      [
        ['甲', '乙'],
        ['a', '1'],
      ],
      '3 1',
    ),
    'col',
  );
  expect(columns.map(({ properties }) => properties.style)).toEqual(['width: 75.00%', 'width: 25.00%']);
});

test('a heading stands over its numbers, with units or without', () => {
  const headings = select(
    tableOf([
      ['甲', '乙', '丙'],
      ['a', '38442件', '1'],
      ['b', '10.61%', '—'],
    ]),
    'th',
  );
  const aligned = headings.slice(0, 3).map(({ properties }) => properties.dataAlign);
  expect(aligned).toEqual([undefined, 'number', 'number']);
});

test('numbers stand on the decimal point; text in their column does not count', () => {
  const cells = select(
    tableOf([
      ['', '值'],
      ['a', '25.16'],
      ['b', '7.8'],
      ['c', '118'],
      ['d', '数据暂缺'],
    ]),
    'td',
  );
  expect(cells.map(({ properties }) => properties.style)).toEqual([
    undefined,
    '--shift: 1.00ch',
    '--shift: 2.48ch',
    undefined,
  ]);
});

test('headings follow the alignment of their column', () => {
  const headings = select(
    tableOf([
      ['名', '值'],
      ['a', '1'],
    ]),
    'th',
  );
  expect(headings.map(({ properties }) => properties.dataAlign)).toEqual([undefined, 'number', undefined]);
});

test('a wide table scrolls in a box that the keyboard reaches and the caption names', () => {
  const [box] = select(tableOf([['甲'], ['a']]), 'div');
  expect(box?.properties).toMatchObject({ dataPart: 'scroll', tabIndex: 0, ariaLabel: '表1 名称' });
});
