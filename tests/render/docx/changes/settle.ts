import type { XmlElement } from '../../../../src/render/docx/xml.ts';

/** What a word processor does when all changes of a document are accepted or rejected at once. */
export type Decision = 'accept' | 'reject';

/** The story without marks: what lost is gone, what won is plain. */
export function settle(root: XmlElement, decision: Decision): XmlElement {
  return { ...root, children: settleChildren(root.children, decision) };
}

function settleChildren(children: readonly XmlElement[], decision: Decision): XmlElement[] {
  const lost = decision === 'accept' ? 'w:del' : 'w:ins';
  const out: XmlElement[] = [];
  /** Content of a paragraph whose mark is gone: it begins the next one. */
  let pending: XmlElement[] = [];
  for (const child of children) {
    if (child.name === lost) continue;
    if (child.name === 'w:ins' || child.name === 'w:del') {
      out.push(...settleChildren(child.children, decision));
      continue;
    }
    if (child.name === 'w:delText') {
      out.push({ ...child, name: 'w:t' });
      continue;
    }
    if (child.name === 'w:tr' && marksOf(child, 'w:trPr').includes(lost)) continue;
    const settled = settle(child, decision);
    if (child.name === 'w:tbl' && !settled.children.some(({ name }) => name === 'w:tr')) continue;
    if (child.name !== 'w:p') {
      out.push(settled);
      continue;
    }
    const content = settled.children.filter(({ name }) => name !== 'w:pPr');
    if (marksOf(child, 'w:pPr').includes(lost)) pending.push(...content);
    else {
      const properties = settled.children.filter(({ name }) => name === 'w:pPr');
      out.push({ ...settled, children: [...properties, ...pending, ...content] });
      pending = [];
    }
  }
  if (pending.some(({ name }) => name === 'w:r'))
    throw new Error('text of a paragraph whose mark is gone has nowhere to go');
  return out;
}

function marksOf(element: XmlElement, properties: string): string[] {
  const own = element.children.find(({ name }) => name === properties)?.children ?? [];
  const marks = properties === 'w:pPr' ? (own.find(({ name }) => name === 'w:rPr')?.children ?? []) : own;
  return marks.map(({ name }) => name);
}

/** Lists Word gathers from elsewhere, and the ends of sections: not compared. */
const gathered = /^(?:TOC\d|TableOfFigures|IndexEntry|IndexLetter)$/;

/** Text of each paragraph that is compared, cells with a bar before them, numbers of pages left out, pictures by what they show. */
export function paragraphTexts(root: XmlElement): string[] {
  return root.children.flatMap((child) => {
    if (child.name === 'w:sdt' && JSON.stringify(child).includes('w:docPartObj')) return [];
    if (child.name === 'w:tc') return ['|', ...paragraphTexts(child)];
    if (child.name === 'w:tr') return ['—', ...paragraphTexts(child)];
    if (child.name !== 'w:p') return paragraphTexts(child);
    const xml = JSON.stringify(child.children.find(({ name }) => name === 'w:pPr') ?? {});
    const style = /"w:pStyle","attributes":\{"w:val":"(\w+)"/.exec(xml)?.[1] ?? '';
    if (gathered.test(style)) return [];
    const text = shownText(child);
    return xml.includes('w:sectPr') && text === '' ? [] : [text];
  });
}

function shownText(paragraph: XmlElement): string {
  let text = '';
  const fields: { code: string; result: boolean }[] = [];
  const walk = (element: XmlElement): void => {
    if (element.name === 'w:pPr') return;
    if (element.name === 'w:fldChar') {
      const type = element.attributes['w:fldCharType'];
      if (type === 'begin') fields.push({ code: '', result: false });
      else if (type === 'end') fields.pop();
      else fields.at(-1)!.result = true;
    }
    const field = fields.at(-1);
    if (element.name === 'w:instrText' && field) field.code += element.text;
    const isPage = fields.some(({ code }) => /^\s*PAGE/.test(code));
    if (element.name === 'w:t' && !isPage) text += element.text;
    if (element.name === 'w:tab') text += '\t';
    if (element.name === 'w:br') text += '\n';
    if (element.name === 'wp:docPr') text += `[${element.attributes.descr ?? ''}]`;
    if (/^w:(?:foot|end)noteReference$/.test(element.name)) text += '[note]';
    for (const child of element.children) walk(child);
  };
  for (const child of paragraph.children) walk(child);
  // Deleted text shows the number of a page as it was printed.
  return text.replace(/第[\divxlc]*页/g, '第页');
}
