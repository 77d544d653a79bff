import { xmlElement, type XmlElement } from '../xml.ts';
import type { Changes } from './changes.ts';
import { deletedRuns } from './deleted-runs.ts';
import { readInline, type Inline, type Token } from './inline.ts';
import { rebuildParagraph } from './rebuild-paragraph.ts';
import { diffTokens, type Stretch } from './token-diff.ts';

/** The newer paragraph with what changed since the older one marked in it. */
export function compareParagraphs(older: XmlElement, newer: XmlElement, changes: Changes): XmlElement {
  const before = readInline(older, changes.older);
  const after = readInline(newer, changes.newer);
  const stretches = diffTokens(before.tokens, after.tokens);
  for (const stretch of stretches) if (stretch.kept) pairNotes(stretch, before, after, changes);
  if (stretches.every(({ kept }) => kept)) return newer;
  const commented = stretches.flatMap((stretch) => changedDrawing(stretch, before, after, changes) ?? []);
  const marked = rebuildParagraph(newer, before.tokens, after, stretches, changes);
  return commented.reduce(withComment, marked);
}

/** A paragraph that is new. `mark` is whether it brings its own end; the last one of a cell or note cannot. */
export function insertedParagraph(newer: XmlElement, changes: Changes, mark = true): XmlElement {
  const after = readInline(newer, changes.newer);
  const all: Stretch = { kept: false, older: [0, 0], newer: [0, after.tokens.length] };
  const marked = rebuildParagraph(newer, [], after, [all], changes);
  return mark ? withMark(marked, changes.mark('w:ins')) : marked;
}

/** A paragraph of the older document that is gone. */
export function deletedParagraph(older: XmlElement, changes: Changes, mark = true): XmlElement {
  const { tokens } = readInline(older, changes.older);
  const properties = older.children.filter(({ name }) => name === 'w:pPr').map(changes.adopt);
  const runs = deletedRuns(tokens, changes);
  const content = runs.length > 0 ? [changes.mark('w:del', runs)] : [];
  const marked = xmlElement('w:p', {}, [...properties, ...noteMarks(older, changes), ...content]);
  return mark ? withMark(marked, changes.mark('w:del')) : marked;
}

/** The runs that print a note's own number: deleted with the note, not in it. */
function noteMarks({ children }: XmlElement, changes: Changes): XmlElement[] {
  const isMark = ({ name }: XmlElement): boolean => name === 'w:footnoteRef' || name === 'w:endnoteRef';
  return children
    .filter((run) => run.children.some(isMark))
    .map((run) => ({
      ...run,
      children: run.children.map((child) => (child.name === 'w:rPr' ? changes.adopt(child) : child)),
    }));
}

/** A paragraph neither document has: it keeps two tables apart until the changes are accepted or rejected. */
export function passingParagraph(changes: Changes): XmlElement {
  const style = xmlElement('w:pStyle', { 'w:val': 'Gap' });
  const paragraph = xmlElement('w:p', {}, [xmlElement('w:pPr', {}, [style])]);
  return withMark(withMark(paragraph, changes.mark('w:del')), changes.mark('w:ins'));
}

/** Mark the end of a paragraph: first among the properties of its mark (ECMA-376 Part 1, 17.3.1.29), insertions first. */
function withMark(paragraph: XmlElement, mark: XmlElement): XmlElement {
  const [first, ...others] = paragraph.children;
  const properties = first?.name === 'w:pPr' ? first : xmlElement('w:pPr');
  const rest = first?.name === 'w:pPr' ? others : paragraph.children;
  const old = properties.children.find(({ name }) => name === 'w:rPr');
  const runProperties = xmlElement('w:rPr', {}, [mark, ...(old?.children ?? [])]);
  const last = new Set(['w:sectPr', 'w:pPrChange']);
  const kept = properties.children.filter((child) => child !== old);
  const children = [
    ...kept.filter(({ name }) => !last.has(name)),
    runProperties,
    ...kept.filter(({ name }) => last.has(name)),
  ];
  return { ...paragraph, children: [{ ...properties, children }, ...rest] };
}

function pairNotes({ older, newer }: Stretch, before: Inline, after: Inline, changes: Changes): void {
  for (let index = 0; index < newer[1] - newer[0]; index += 1) {
    const token = after.tokens[newer[0] + index];
    const [reference] = before.tokens[older[0] + index]?.content ?? [];
    if (token?.kind === 'note' && reference && token.content[0])
      changes.pairNotes(reference, token.content[0]);
  }
}

/** The comment on a drawing that took the place of another. */
function changedDrawing(
  stretch: Stretch,
  before: Inline,
  after: Inline,
  changes: Changes,
): string | undefined {
  const drawingIn = (tokens: readonly Token[], [from, to]: Stretch['older']): XmlElement | undefined =>
    tokens.slice(from, to).find(({ kind }) => kind === 'drawing')?.content[0];
  if (stretch.kept) return undefined;
  const older = drawingIn(before.tokens, stretch.older);
  const newer = drawingIn(after.tokens, stretch.newer);
  return older && newer && changes.comment(older, newer);
}

function withComment(paragraph: XmlElement, id: string): XmlElement {
  const at = { 'w:id': id };
  const [first, ...others] = paragraph.children;
  const properties = first?.name === 'w:pPr' ? [first] : [];
  const rest = first?.name === 'w:pPr' ? others : paragraph.children;
  const reference = xmlElement('w:r', {}, [xmlElement('w:commentReference', at)]);
  const [start, end] = [xmlElement('w:commentRangeStart', at), xmlElement('w:commentRangeEnd', at)];
  return { ...paragraph, children: [...properties, start, ...rest, end, reference] };
}
