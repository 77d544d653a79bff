import type { Parts } from '../../../../src/render/docx/package/zip.ts';
import { trackChanges } from '../../../../src/render/docx/changes/track-changes.ts';
import { unpack } from '../../../../src/render/docx/package/zip.ts';
import { findElements, type XmlElement } from '../../../../src/render/docx/xml.ts';
import { xml } from '../sample-docx.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

/** A package of a few parts, enough to be compared. */
export function packageOf(body: string, footnotes = ''): Parts {
  const notes = `<w:footnotes ${namespaces}>${footnotes}</w:footnotes>`;
  return new Map<string, string | Uint8Array>([
    [
      '[Content_Types].xml',
      '<Types><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    ],
    ['word/document.xml', `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`],
    ['word/footnotes.xml', notes],
    [
      'word/styles.xml',
      `<w:styles ${namespaces}><w:style w:styleId="Unit"/><w:style w:styleId="BodyText"/></w:styles>`,
    ],
    [
      'word/_rels/document.xml.rels',
      '<Relationships><Relationship Id="rId1" Type="image" Target="media/image1.png"/></Relationships>',
    ],
    ['word/media/image1.png', Uint8Array.of(footnotes.length)],
  ]);
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const paragraph = (content: string, style = 'BodyText'): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;

export const table = (...rows: readonly (readonly string[])[]): string => {
  const cells = rows.map((row) => row.map((text) => `<w:tc>${paragraph(run(text))}</w:tc>`).join(''));
  const grid = rows[0]!.map(() => '<w:gridCol w:w="100"/>').join('');
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${cells.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
};

export const picture = (description: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="grants" descr="${description}"/><a:blip r:embed="rId1"/></wp:inline></w:drawing></w:r>`;

export const by = {
  author: '示例市知识产权局',
  date: '2026-04-26T00:00:00Z',
  words: { older: '原为', newer: '现为' },
};

/** The parts of the newer document with the changes marked. */
export function track(older: Parts, newer: Parts): Parts {
  const bytes = trackChanges(older, newer, by);
  if (!bytes) throw new Error('nothing changed');
  return unpack(bytes);
}

/** What each change deletes (−) and inserts (+), in order. */
export function changesIn(root: XmlElement): string[] {
  return [...changesOf(root)];
}

function* changesOf(element: XmlElement): Generator<string> {
  if ((element.name === 'w:ins' || element.name === 'w:del') && element.children.length > 0) {
    const texts = [...findElements(element, 'w:t'), ...findElements(element, 'w:delText')];
    const pictures = findElements(element, 'wp:docPr').map(() => '[picture]');
    yield (element.name === 'w:ins' ? '+' : '−') + [...texts.map(({ text }) => text), ...pictures].join('');
  } else for (const child of element.children) yield* changesOf(child);
}

/** The changes of the body of one document against another, both given as XML. */
export function bodyChanges(older: string, newer: string): string[] {
  return changesIn(xml(track(packageOf(older), packageOf(newer)), 'word/document.xml'));
}
