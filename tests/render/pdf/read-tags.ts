import { OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of the structure tree as far as it stands on one page. */
export interface ReadTag {
  readonly role: string;
  /** Roles of the elements around it, the document first. */
  readonly within: readonly string[];
  readonly children: readonly string[];
  readonly alt?: string;
  /** Its text with that of the elements in it, spaces taken out. */
  readonly text: string;
  readonly page: number;
}

interface TagNode {
  readonly role?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly children?: readonly TagNode[];
}

/** The tags of a file in the order they are read out, page by page. */
export async function readTags(pdf: PDFDocumentProxy): Promise<ReadTag[]> {
  const tags: ReadTag[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const texts = await textsByMark(pdf, page);
    const textOf = (node: TagNode): string =>
      node.type === 'content' ? (texts.get(node.id ?? '') ?? '') : (node.children ?? []).map(textOf).join('');
    const walk = (node: TagNode, within: readonly string[]): void => {
      const { role, alt, children = [] } = node;
      if (role === undefined) return;
      const roles = children.flatMap((child) => child.role ?? []);
      tags.push({
        role,
        within,
        children: roles,
        text: textOf(node),
        page,
        ...(alt !== undefined && { alt }),
      });
      for (const child of children) walk(child, [...within, role]);
    };
    const root: TagNode = await (await pdf.getPage(page)).getStructTree();
    for (const child of root.children ?? []) walk(child, []);
  }
  return tags;
}

async function textsByMark(pdf: PDFDocumentProxy, page: number): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const open: string[] = [];
  const { items } = await (await pdf.getPage(page)).getTextContent({ includeMarkedContent: true });
  for (const item of items) {
    if ('str' in item) {
      const id = open.at(-1) ?? '';
      texts.set(id, (texts.get(id) ?? '') + item.str.replace(/\s/g, ''));
    } else if (item.type === 'endMarkedContent') open.pop();
    else {
      // What a single glyph stands for is marked within the text it stands in.
      open.push(markOf(item) ?? open.at(-1) ?? '');
    }
  }
  return texts;
}

/** The package's types say that all marks have an id. */
function markOf(item: { readonly id?: string | null }): string | null | undefined {
  return item.id;
}

const painting: ReadonlySet<number> = new Set([
  OPS.showText,
  OPS.shadingFill,
  OPS.paintFormXObjectBegin,
  OPS.paintImageXObject,
]);

/** How many things a file paints outside of marked content, artifacts included. */
export async function paintedOutsideMarks(pdf: PDFDocumentProxy): Promise<number> {
  let count = 0;
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { fnArray, argsArray } = await (await pdf.getPage(page)).getOperatorList();
    let depth = 0;
    for (const [index, operator] of fnArray.entries()) {
      if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth += 1;
      else if (operator === OPS.endMarkedContent) depth -= 1;
      const [kind] = [argsArray[index] as unknown].flat();
      const paintsPath = operator === OPS.constructPath && kind !== OPS.endPath;
      if (depth === 0 && (paintsPath || painting.has(operator))) count += 1;
    }
  }
  return count;
}
