import type { Element } from 'hast';
import { h } from 'hastscript';

export const longTableHead = ['地区', '案件来源', '立案'] as const;

/** A table of as many numbered rows, 表 1-1, that says how it is continued and in which unit it is. */
export function longTable(rows: number, properties: Readonly<Record<string, string>> = {}): Element {
  const head = longTableHead.map((text) => h('th', { scope: 'col' }, text));
  const body = Array.from({ length: rows }, (_, index) =>
    h('tr', [
      h('th', { scope: 'row' }, `第${index + 1}区`),
      // Rows of two and of three lines, so that pages do not break at the same distance.
      h('td', index % 5 === 0 ? '举报、移送、巡查和上级交办，一件有几个来源的按第一个计' : '举报'),
      h('td', { dataAlign: 'number' }, String(100 + index)),
    ]),
  );
  return h('figure', { dataPart: 'table', id: 'tab-long', dataContinued: '续表 1-1', ...properties }, [
    h('figcaption', [
      h('p', { dataPart: 'caption' }, [h('span', { dataPart: 'number' }, '表 1-1　'), '各区案件']),
      h('p', { dataPart: 'unit' }, '单位：件'),
    ]),
    h('table', { dataColumns: '1 2 1' }, [h('thead', h('tr', head)), h('tbody', body)]),
    h('p', { dataPart: 'source' }, '资料来源：示例'),
  ]);
}

/** A chapter with these blocks under its heading. */
export function chapterOf(blocks: readonly Element[], id = 'cases', title = '一、案件'): Element {
  return h('section', { dataPart: 'chapter', id, dataRunning: title }, [h('h1', title), ...blocks]);
}
