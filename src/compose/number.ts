import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { fromHtml } from 'hast-util-from-html';
import { visit } from '../document/visit.ts';
import { toHan } from '../document/han-numeral.ts';
import { nearest } from '../validate/nearest.ts';
import { word, type ComposeContext } from './context.ts';
import { partOf, textProperty } from './parse-tree.ts';

/** Between the number of a caption and its title: one character wide, and kept when the text is copied. */
const gap = '\u3000';

/**
 * Number chapters 一、, sections （一）, appendices 附录一, and figures and tables by chapter (图 2-1, 表 附1-2); give
 * every heading an ASCII id and each chapter its running head; fill in the references. Changes the tree in place.
 * Reports REFERENCE_UNKNOWN. Returns what everything numbered is called in the text, by id: 图 2-1, 第二章, 附录一.
 */
export function numberTree(tree: Root, context: ComposeContext): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const counters = { chapter: 0, appendix: 0 };
  let tasks = 0;
  let notes = 0;
  for (const node of tree.children) {
    if (node.type !== 'element') continue;
    const part = partOf(node);
    const isChapter = part === 'chapter';
    if (isChapter) counters.chapter++;
    else if (part === 'appendix') counters.appendix++;
    const prefix = isChapter
      ? String(counters.chapter)
      : part === 'appendix'
        ? `${word(context, 'number.appendix_prefix')}${String(counters.appendix)}`
        : '';
    const title = isChapter
      ? word(context, 'number.chapter', { han: toHan(counters.chapter) })
      : part === 'appendix'
        ? word(context, 'number.appendix', { han: toHan(counters.appendix) })
        : '';
    // Appendices share one running head, and with it their pages.
    if (part === 'appendix')
      node.properties.dataRunning ??= word(context, 'number.appendix', { han: '' }).trim();
    // The tasks of a plan are numbered through its chapters.
    const han = toHan(isChapter ? counters.chapter : counters.appendix);
    const name = isChapter ? 'reference.chapter' : 'reference.appendix';
    if (title !== '') labels.set(textProperty(node, 'id') ?? '', word(context, name, { han }));
    const isContinued = node.properties.dataNumbering === 'continue';
    const last = numberSection(node, { title, prefix, before: isContinued ? tasks : 0 }, labels, context);
    if (isContinued) tasks = last;
    delete node.properties.dataNumbering;
    notes = placeNotes(node, notes, context);
  }
  fillReferences(tree, labels, context);
  return labels;
}

function numberSection(
  section: Element,
  { title, prefix, before }: { title: string; prefix: string; before: number },
  labels: Map<string, string>,
  context: ComposeContext,
): number {
  const id = textProperty(section, 'id') ?? 'section';
  const counters = { h2: before, h3: 0, figure: 0, table: 0 };
  visit(section, 'element', (element) => {
    switch (element.tagName) {
      case 'h1':
        if (title !== '') element.children.unshift(numberSpan(title));
        if (title !== '') section.properties.dataRunning ??= toString(element);
        break;
      case 'h2':
        counters.h2++;
        counters.h3 = 0;
        element.properties.id ??= `${id}-${String(counters.h2)}`;
        if (title !== '') {
          const number = word(context, 'number.section', { han: toHan(counters.h2) });
          element.children.unshift(numberSpan(number));
          labels.set(textProperty(element, 'id') ?? '', `${labels.get(id) ?? ''}${number}`);
        }
        break;
      case 'h3':
        counters.h3++;
        element.properties.id ??= `${id}-${String(counters.h2)}-${String(counters.h3)}`;
        break;
      case 'figure': {
        const part = partOf(element);
        if (part !== 'chart' && part !== 'table') break;
        const index = String(part === 'chart' ? ++counters.figure : ++counters.table);
        const label = word(context, part === 'chart' ? 'number.figure' : 'number.table', {
          chapter: prefix,
          index,
        });
        labels.set(textProperty(element, 'id') ?? '', label.replace(/ -/, ' '));
        fillNumber(element, label.replace(/ -/, ' '));
        if (part === 'table')
          element.properties.dataContinued = word(context, 'number.table_continued', {
            number: label.replace(/ -/, ' '),
          });
      }
    }
  });
  return counters.h2;
}

/** Number the notes of a section on from `before`, put their texts at its end, and give the number of the last. */
function placeNotes(section: Element, before: number, context: ComposeContext): number {
  const id = textProperty(section, 'id') ?? 'section';
  const notes: Element[] = [];
  visit(section, 'element', (element) => {
    const text = textProperty(element, 'dataNote');
    if (text === undefined) return;
    const number = word(context, 'number.note', { index: String(before + notes.length + 1) });
    const target = `note-${id}-${String(notes.length + 1)}`;
    delete element.properties.dataNote;
    element.children = [
      {
        type: 'element',
        tagName: 'a',
        properties: { href: `#${target}` },
        children: [{ type: 'text', value: number }],
      },
    ];
    const words = fromHtml(text, { fragment: true }).children as Element['children'];
    const children: Element['children'] = [{ type: 'text', value: `${number} ` }, ...words];
    notes.push({ type: 'element', tagName: 'p', properties: { dataPart: 'note', id: target }, children });
  });
  section.children.push(...notes);
  return before + notes.length;
}

function numberSpan(text: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { dataPart: 'number' },
    children: [{ type: 'text', value: text }],
  };
}

function fillNumber(figure: Element, label: string): void {
  visit(figure, 'element', (element) => {
    if (element.tagName !== 'span' || partOf(element) !== 'number') return;
    element.children = [{ type: 'text', value: `${label}${gap}` }];
  });
}

function fillReferences(tree: Root, labels: ReadonlyMap<string, string>, context: ComposeContext): void {
  const optional = new Set(context.references.flatMap((ref) => (ref.optional ? [ref.target] : [])));
  visit(tree, 'element', (element, index, parent) => {
    const target = textProperty(element, 'dataRef');
    const label = target === undefined ? undefined : labels.get(target);
    // What says the page, where the call asks for it, stands in it already.
    if (label !== undefined) element.children.unshift({ type: 'text', value: label.replace(' ', '') });
    else if (target !== undefined && optional.has(target) && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return index;
    }
    return undefined;
  });
  for (const { target, place, optional: canLack } of context.references) {
    if (labels.has(target) || canLack) continue;
    const candidates = nearest(target, labels.keys());
    context.diagnostics.report('REFERENCE_UNKNOWN', { name: target, candidates }, place);
  }
}
