import { describe, expect, it } from 'vitest';
import { trackChanges } from '../../../../src/render/docx/changes/track-changes.ts';
import { unpack } from '../../../../src/render/docx/package/zip.ts';
import { everyElement, findElement, findElements } from '../../../../src/render/docx/xml.ts';
import { text, xml } from '../sample-docx.ts';
import {
  bodyChanges,
  by,
  changesIn,
  packageOf,
  paragraph,
  picture,
  run,
  table,
  track,
} from './sample-package.ts';
import { paragraphTexts, settle } from './settle.ts';

const body = 'word/document.xml';
const unit = '<w:rPr><w:rStyle w:val="Unit"/></w:rPr>';
const end = paragraph(run('末段。'));

describe('changes within a paragraph', () => {
  it('exchanges a figure as a whole and leaves its unit alone', () => {
    const says = (figure: string): string =>
      paragraph(run('全年授权发明专利') + run(`${figure}件`) + run('。'));
    expect(bodyChanges(says('5274'), says('5724'))).toEqual(['−5274', '+5724']);
    expect(bodyChanges(says('16.63'), says('16.78'))).toEqual(['−16.63', '+16.78']);
  });

  it('marks the words that changed and keeps the rest of the sentence', () => {
    const changes = bodyChanges(
      paragraph(run('知识产权服务中心投入使用，托管服务覆盖百余家企业。')),
      paragraph(run('知识产权CBD投入使用，托管服务覆盖百余家企业。')),
    );
    expect(changes).toEqual(['−服务中心', '+CBD']);
  });

  it('does not keep the characters two different sentences share by chance', () => {
    const changes = bodyChanges(
      paragraph(run('全年开展培训。')) + end,
      paragraph(run('法院审结的案件有所增加。')) + end,
    );
    expect(changes).toHaveLength(2);
  });

  it('keeps the look of what is deleted, but for styles that are no more', () => {
    const older = paragraph(
      run('增长') + run('（测算）', unit) + run('旧', '<w:rPr><w:rStyle w:val="Gone"/><w:b/></w:rPr>'),
    );
    const marked = xml(track(packageOf(older), packageOf(paragraph(run('增长')))), body);
    const runs = findElement(marked, 'w:del')!.children;
    expect(runs.map((one) => findElement(one, 'w:rStyle')?.attributes['w:val'])).toEqual(['Unit', undefined]);
    expect(findElement(runs[1]!, 'w:b')).toBeDefined();
  });

  it('exchanges a figure inside its content control', () => {
    const says = (figure: string): string =>
      paragraph(
        `${run('授权')}<w:sdt><w:sdtPr><w:tag w:val="grants"/></w:sdtPr><w:sdtContent>${run(`${figure}件`)}</w:sdtContent></w:sdt>${run('。')}`,
      );
    const marked = xml(track(packageOf(says('5274')), packageOf(says('5724'))), body);
    expect(changesIn(findElement(marked, 'w:sdtContent')!)).toEqual(['−5274', '+5724']);
  });

  it('puts deleted words before a link, and inserted ones inside it', () => {
    const link = (title: string): string => `<w:hyperlink w:anchor="a">${run(title)}</w:hyperlink>`;
    const marked = xml(
      track(
        packageOf(paragraph(run('见') + run('（另见附录）') + link('第二章'))),
        packageOf(paragraph(run('见') + link('第二章创造'))),
      ),
      body,
    );
    expect(changesIn(findElement(marked, 'w:hyperlink')!)).toEqual(['+创造']);
    expect(changesIn(marked)).toEqual(['−（另见附录）', '+创造']);
  });

  it('treats a field as one word, and the number of a page as none', () => {
    const field = (code: string, shown: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> ${code} </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const says = (table: string, page: string): string =>
      paragraph(
        run('见') + field('REF tab \\h', table) + run('，第') + field('PAGEREF tab', page) + run('页'),
      );
    const marked = xml(track(packageOf(says('表 3-2', '9')), packageOf(says('表 3-1', '10'))), body);
    expect(changesIn(marked)).toEqual(['−表 3-2', '+表 3-1']);
    const inserted = findElement(marked, 'w:ins')!;
    expect(findElements(inserted, 'w:fldChar')).toHaveLength(3);
    expect(findElements(findElement(marked, 'w:del')!, 'w:instrText')).toEqual([]);
  });

  it('deletes no bookmark and breaks none', () => {
    const mark = '<w:bookmarkStart w:id="7" w:name="at"/>';
    const older = paragraph(`${mark}${run('旧句。')}<w:bookmarkEnd w:id="7"/>`) + end;
    const newer = paragraph(`${mark}${run('全新的另一句话。')}<w:bookmarkEnd w:id="7"/>`) + end;
    const marked = xml(track(packageOf(older), packageOf(newer)), body);
    expect(findElements(marked, 'w:bookmarkStart')).toHaveLength(1);
    expect(findElements(marked, 'w:bookmarkEnd')).toHaveLength(1);
    const ids = [...everyElement(marked)].flatMap(({ name, attributes }) =>
      name === 'w:ins' || name === 'w:del' ? [attributes['w:id']] : [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain('7');
  });
});

describe('changes of paragraphs, tables and rows', () => {
  const head = ['名称', '级别'];
  const [one, two, three] = [
    ['典型案例', '国家级'],
    ['十大案例', '省级'],
    ['先进集体', '国家级'],
  ] as const;

  it('marks a row that is gone and one that is new', () => {
    const marked = xml(
      track(packageOf(table(head, one, two) + end), packageOf(table(head, two, three) + end)),
      body,
    );
    const rows = findElements(marked, 'w:tr').map((row) =>
      row.children
        .filter(({ name }) => name === 'w:trPr')
        .flatMap(({ children }) => children.map(({ name }) => name)),
    );
    expect(rows).toEqual([[], ['w:del'], [], ['w:ins']]);
  });

  it('marks a figure of a row that is still there', () => {
    const says = (value: string): string =>
      table(['指标', '数值'], ['发明专利', value], ['外观设计', '8025']) + end;
    expect(bodyChanges(says('5274'), says('5724'))).toEqual(['−5274', '+5724']);
  });

  it.each([
    ['a paragraph is gone', paragraph(run('第一段。')) + end, end],
    ['a paragraph is new', end, paragraph(run('第一段。')) + end],
    ['the last paragraph is gone', end + paragraph(run('落款。')), end],
    ['a table is another', table(head, one) + end, table(['指标', '数值', '单位'], ['a', 'b', 'c']) + end],
    ['a table is gone', end + table(head, one) + end, end + end],
    ['everything is another', end, table(head, one) + paragraph(run('全新。'))],
  ])('%s: accepting gives the new text, rejecting the old', (_, older, newer) => {
    const [before, after] = [packageOf(older), packageOf(newer)];
    const marked = xml(track(before, after), body);
    expect(paragraphTexts(settle(marked, 'accept'))).toEqual(paragraphTexts(xml(after, body)));
    expect(paragraphTexts(settle(marked, 'reject'))).toEqual(paragraphTexts(xml(before, body)));
  });

  it('keeps a deleted table and its successor apart', () => {
    const marked = xml(
      track(
        packageOf(end + table(head, one) + end),
        packageOf(end + table(['指标', '数值', '单位'], ['a', 'b', 'c']) + end),
      ),
      body,
    );
    const names = findElement(marked, 'w:body')!.children.map(({ name }) => name);
    expect(names).toEqual(['w:p', 'w:tbl', 'w:p', 'w:tbl', 'w:p']);
  });
});

describe('changes of pictures and notes', () => {
  it('shows the old and the new picture, and says in a comment what changed in it', () => {
    const older = packageOf(paragraph(picture('授权量：发明专利5274件；外观设计8025件。')));
    const newer = packageOf(paragraph(picture('授权量：发明专利5724件；外观设计8025件。')));
    const parts = track(older, newer);
    expect(changesIn(xml(parts, body))).toEqual(['−[picture]', '+[picture]']);
    const comment = findElements(xml(parts, 'word/comments.xml'), 'w:t').map((one) => one.text);
    expect(comment).toEqual(['原为：发明专利5274件。现为：发明专利5724件。']);
    expect(parts.has('word/media/image2.png')).toBe(true);
    expect(text(parts, 'word/_rels/document.xml.rels')).toContain('Target="media/image2.png"');
    const ids = findElements(xml(parts, body), 'wp:docPr').map(({ attributes }) => attributes.id);
    expect(new Set(ids).size).toBe(2);
  });

  const note = (id: string, says: string): string =>
    `<w:footnote w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(says)}`)}</w:footnote>`;
  const reference = (id: string): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const story = 'word/footnotes.xml';

  it('marks what changed in a note in the note', () => {
    const says = (figure: string) =>
      packageOf(paragraph(run('授权量') + reference('1')), note('1', `口径与${figure}年相同。`));
    const parts = track(says('2021'), says('2022'));
    expect(changesIn(xml(parts, body))).toEqual([]);
    expect(changesIn(xml(parts, story))).toEqual(['−2021', '+2022']);
  });

  it('carries a deleted note over under a number of its own, and marks a new one', () => {
    const plain = packageOf(
      paragraph(run('授权量')) + paragraph(run('登记量') + reference('1')),
      note('1', '不含软件。'),
    );
    const other = packageOf(
      paragraph(run('授权量') + reference('1')) + paragraph(run('登记量')),
      note('1', '含国防专利。'),
    );
    const parts = track(plain, other);
    const root = xml(parts, body);
    const used = findElements(root, 'w:footnoteReference').map(({ attributes }) => attributes['w:id']);
    const notes = xml(parts, story).children;
    expect(used.sort()).toEqual(notes.map(({ attributes }) => attributes['w:id']).sort());
    expect(changesIn(xml(parts, story)).sort()).toEqual(['+含国防专利。', '−不含软件。'].sort());
    expect(findElements(xml(parts, story), 'w:footnoteRef')).toHaveLength(2);
  });
});

describe('the file', () => {
  const [older, newer] = [packageOf(paragraph(run('5274件'))), packageOf(paragraph(run('5724件')))];

  it('is not made when nothing changed', () => {
    expect(trackChanges(older, new Map(older), by)).toBeUndefined();
  });

  it('names its author and date and has the same bytes each time', () => {
    const bytes = trackChanges(older, newer, by)!;
    expect(Buffer.compare(bytes, trackChanges(older, newer, by)!)).toBe(0);
    const change = findElement(xml(track(older, newer), body), 'w:ins')!;
    expect(change.attributes).toMatchObject({ 'w:author': by.author, 'w:date': by.date });
    const long = unpack(trackChanges(older, newer, { ...by, author: `${'局'.repeat(254)}𠮷` })!);
    expect(findElement(xml(long, body), 'w:ins')!.attributes['w:author']).toBe('局'.repeat(254));
  });
});
