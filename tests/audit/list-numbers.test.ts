import { expect, it } from 'vitest';
import { ListNumbers } from '../../src/audit/list-numbers.ts';
import { parseXml } from '../../src/render/docx/xml.ts';

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${String(at)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

const styles = parseXml(
  `<w:styles><w:style w:styleId="One"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
   <w:style w:styleId="Two"><w:basedOn w:val="One"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
   <w:style w:styleId="Item"><w:pPr/></w:style></w:styles>`,
);

function numbers(numbering: string, ...paragraphs: [style: string, properties?: string][]): string[] {
  const counted = new ListNumbers(parseXml(`<w:numbering>${numbering}</w:numbering>`), styles);
  return paragraphs.map(([style, properties = '']) =>
    counted.of(parseXml(`<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr></w:p>`)),
  );
}

const list = (id: number): string => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${String(id)}"/></w:numPr>`;
const two = level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2');
const headings = `<w:abstractNum w:abstractNumId="1">${two}</w:abstractNum>`;

it('counts by the list of the style, a level below starting again under each above it', () => {
  const defined = `${headings}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
  expect(numbers(defined, ['One'], ['Two'], ['Two'], ['One', list(0)], ['One'], ['Two'])).toEqual([
    '一、',
    '一.1',
    '一.2',
    '',
    '二、',
    '二.1',
  ]);
});

it('counts lists of one definition on from each other, unless one says where it starts', () => {
  const defined = `${headings}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`;
  expect(numbers(defined, ['One'], ['One', list(2)], ['One', list(3)], ['One', list(3)])).toEqual([
    '一、',
    '二、',
    '七、',
    '八、',
  ]);
});

it('leaves the marks of lists in the text out, and does not hide a format it cannot read', () => {
  const defined = `<w:abstractNum w:abstractNumId="1">${level(0, 'upperRoman', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
  expect(numbers(defined, ['Item', list(1)], ['One'])).toEqual(['', '\uFFFD.']);
});
