import { describe, expect, it } from 'vitest';
import { findElement, findElements, type XmlElement } from '../../../src/render/docx/xml.ts';
import { chapterOf, longTable } from '../sample-long-table.ts';
import { officialTheme, sampleTheme } from '../sample-theme.ts';
import { sampleDocument } from '../sample-document.ts';
import { render, withTree, xml, type Rendered } from './sample-docx.ts';

/**
 * Formatting outside styles, with the styles of the paragraphs or tables it may stand in and why no style can say it. All
 * else comes from named styles, so that an office changes the look by changing these.
 */
const allowed: Readonly<Record<string, { readonly in: RegExp; readonly because: string }>> = {
  'w:pPr w:pStyle': { in: /./, because: 'it names the style' },
  'w:pPr w:sectPr': { in: /./, because: 'sections are no style' },
  'w:pPr w:numPr': { in: /^(?:List|Heading)/, because: 'each list counts from one again' },
  'w:pPr w:keepNext': {
    in: /^Table|^Gap$/,
    because:
      'rows of short tables stay together, those of long ones do not; what follows a heading stays with it',
  },
  'w:pPr w:ind': { in: /^Title$/, because: 'lines of a long title are made as long as each other' },
  'w:pPr w:tabs': {
    in: /^(?:TOC\d|TableOfFigures)$/,
    because: 'Word writes those of contents so itself',
  },
  'w:rPr w:rStyle': { in: /./, because: 'it names the style' },
  'w:rPr w:noProof': { in: /^(?:TOC\d|TableOfFigures)$/, because: 'Word writes contents so itself' },
  'w:rPr w:webHidden': { in: /^(?:TOC\d|TableOfFigures)$/, because: 'Word writes contents so itself' },
  'w:tblPr w:tblStyle': { in: /./, because: 'it names the style' },
  'w:tblPr w:tblW': { in: /./, because: 'widths follow the columns' },
  'w:tblPr w:tblLayout': { in: /./, because: 'widths must not follow what is typed' },
  'w:tblPr w:tblLook': { in: /./, because: 'it says which rows of the style there are' },
  'w:tblPr w:tblCaption': { in: /./, because: 'it is a text' },
  'w:trPr w:cantSplit': { in: /./, because: 'rows have no style' },
  'w:trPr w:tblHeader': { in: /./, because: 'rows have no style' },
  'w:trPr w:trHeight': { in: /^Cover$/, because: 'rows have no style' },
  'w:tcPr w:tcW': { in: /./, because: 'widths follow the columns' },
  'w:tcPr w:gridSpan': { in: /./, because: 'cells have no style' },
  'w:tcPr w:vMerge': { in: /./, because: 'cells have no style' },
  'w:tcPr w:vAlign': { in: /^Cover$/, because: 'each row of the cover has its own' },
  'w:tcPr w:shd': {
    in: /^(?:Cover|ThreeLine)$/,
    because: 'the field of the cover, and groups in the middle of a table',
  },
  'w:tcPr w:tcMar': {
    in: /^ThreeLine$/,
    because: 'columns of ticks are too narrow for the padding of others',
  },
  'w:tcPr w:tcBorders': { in: /^ThreeLine$/, because: 'the line below a head of two rows' },
};

const holders = new Set(['w:pPr', 'w:rPr', 'w:tblPr', 'w:trPr', 'w:tcPr']);

/** What is formatted by hand, as `w:pPr w:ind in BodyText`. */
function directFormatting({ parts }: Rendered): string[] {
  const found = new Set<string>();
  const styleOf = (element: XmlElement, name: string): string =>
    findElements(element, name)[0]?.attributes['w:val'] ?? 'Normal';
  const walk = (element: XmlElement, paragraph: string, table: string): void => {
    const inParagraph = element.name === 'w:p' ? styleOf(element, 'w:pStyle') : paragraph;
    const inTable = element.name === 'w:tbl' ? styleOf(element, 'w:tblStyle') : table;
    for (const child of element.children) {
      if (!holders.has(child.name)) walk(child, inParagraph, inTable);
      else
        for (const { name } of child.children) {
          const style = /^w:[pr]Pr$/.test(child.name) ? inParagraph : inTable;
          if (allowed[`${child.name} ${name}`]?.in.test(style) !== true)
            found.add(`${child.name} ${name} in ${style}`);
        }
    }
  };
  for (const name of parts.keys())
    if (/^word\/(?:document|header\d+|footer\d+)\.xml$/.test(name)) walk(xml(parts, name), 'Normal', '');
  return [...found];
}

describe('formatting', () => {
  it.each([
    ['white paper', sampleTheme()],
    ['official document', officialTheme()],
  ])('comes from named styles but for what these cannot say: %s', async (_name, theme) => {
    expect(directFormatting(await render(sampleDocument(), theme))).toEqual([]);
    const wide = chapterOf([longTable(20, { dataOrientation: 'landscape' })]);
    expect(directFormatting(await render(withTree({ type: 'root', children: [wide] }), theme))).toEqual([]);
  });

  it('is offered to an officer in the order it is needed, and what only we set is not', async () => {
    const { parts } = await render();
    const styles = findElements(xml(parts, 'word/styles.xml'), 'w:style').filter(
      ({ attributes }) => attributes['w:type'] === 'paragraph',
    );
    const place = (style: XmlElement): number =>
      Number(findElement(style, 'w:uiPriority')?.attributes['w:val']);
    const offered = styles
      .filter((style) => findElement(style, 'w:qFormat'))
      .toSorted((one, other) => place(one) - place(other))
      .map(({ attributes }) => attributes['w:styleId']);
    expect(offered.slice(0, 4)).toEqual(['BodyText', 'Heading1', 'Heading2', 'Heading3']);
    for (const ours of ['TOC1', 'Gap', 'SectionEnd', 'CoverMark', 'Footer'])
      expect(offered).not.toContain(ours);
    const next = (id: string): string | undefined => {
      const style = styles.find(({ attributes }) => attributes['w:styleId'] === id);
      return style && findElement(style, 'w:next')?.attributes['w:val'];
    };
    expect(['Heading2', 'CalloutTitle', 'Message'].map(next)).toEqual(['BodyText', 'Callout', 'Caption']);
  });
});
