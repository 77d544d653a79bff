import type { ParagraphBlock } from './blocks.ts';
import type { MeasuredCharacter } from './break-lines.ts';
import type { CharacterWidth, RunFont } from './character-widths.ts';
import {
  childOf,
  elementsOf,
  isOn,
  numberOf,
  opened,
  valueOf,
  type FormattedElement,
} from './formatted-element.ts';
import type { Looks, ParagraphLook } from './read-looks.ts';

/** What the room text takes depends on. */
export interface TextTools {
  readonly looks: Looks;
  readonly widthOf: CharacterWidth;
}

/** How much smaller Word sets what is raised. */
export const raised = 0.65;
const twipsOfEmu = 1 / 635;

/** A paragraph with its characters measured: those of fields as they are shown. */
export function readParagraph(element: FormattedElement, { looks, widthOf }: TextTools): ParagraphBlock {
  const properties = childOf(element, 'w:pPr');
  const base = looks.paragraph(valueOf(properties, 'w:pStyle'));
  const numbering = childOf(properties, 'w:numPr');
  const isUnnumbered = numbering !== undefined && String(valueOf(numbering, 'w:numId')) === '0';
  const isListed = numbering !== undefined && !isUnnumbered && base.number === '';
  const spacing = childOf(properties, 'w:spacing');
  const indent = childOf(properties, 'w:ind');
  const hanging = numberOf(indent, 'w:hanging');
  const look: ParagraphLook = {
    ...base,
    keepNext: base.keepNext || isOn(properties, 'w:keepNext'),
    keepLines: base.keepLines || isOn(properties, 'w:keepLines'),
    before: numberOf(spacing, 'w:before') ?? base.before,
    after: numberOf(spacing, 'w:after') ?? base.after,
    right: numberOf(indent, 'w:right') ?? base.right,
    left: isListed
      ? looks.listIndent(Number(valueOf(numbering, 'w:ilvl') ?? 0))
      : (numberOf(indent, 'w:left') ?? base.left),
    // A list's mark stands in the indent.
    firstLine: isListed
      ? 0
      : hanging === undefined
        ? (numberOf(indent, 'w:firstLine') ?? base.firstLine)
        : -hanging,
    number: isUnnumbered ? '' : base.number,
  };
  const characters: MeasuredCharacter[] = [];
  const marks: { name: string; at: number }[] = [];
  const notes: { id: string; at: number }[] = [];
  let picture = 0;
  const type = (text: string, font: RunFont): void => {
    for (const character of text) characters.push({ text: character, width: widthOf(character, font) });
  };
  const readRun = (run: FormattedElement): void => {
    const own = childOf(run, 'w:rPr');
    const size = numberOf(childOf(own, 'w:sz'), 'w:val');
    const font = {
      ...look.font,
      ...looks.run(valueOf(own, 'w:rStyle')),
      ...(size !== undefined && { size }),
      ...(isOn(own, 'w:b') && { bold: true }),
    };
    const isRaised =
      valueOf(own, 'w:vertAlign') === 'superscript' || valueOf(own, 'w:rStyle') === 'FootnoteReference';
    const set = isRaised ? { ...font, size: font.size * raised } : font;
    for (const part of elementsOf(run)) {
      if (part.name === 'w:t') for (const text of part.children) type(text as string, set);
      else if (part.name === 'w:tab') characters.push({ text: '\t', width: 0 });
      else if (part.name === 'w:br') characters.push({ text: '\n', width: 0 });
      else if (part.name === 'w:footnoteReference') {
        notes.push({ id: String(part.attributes['w:id']), at: characters.length });
        type('0', set);
      } else if (part.name === 'w:footnoteRef') type('0', set);
      else if (part.name === 'w:drawing') {
        const extent = childOf(childOf(part, 'wp:inline'), 'wp:extent');
        picture = Math.max(picture, (numberOf(extent, 'cy') ?? 0) * twipsOfEmu);
        characters.push({ text: '\uFFFC', width: (numberOf(extent, 'cx') ?? 0) * twipsOfEmu });
      }
    }
  };
  /** Text is what stands outside a field or behind its separator; a page number not filled in is taken for two digits. */
  let field = 0;
  let isPage = false;
  const walk = (container: FormattedElement): void => {
    for (const child of opened(container)) {
      if (child.name === 'w:bookmarkStart') {
        marks.push({ name: String(child.attributes['w:name']), at: characters.length });
      } else if (child.name === 'w:hyperlink') walk(child);
      else if (child.name === 'w:r') {
        const mark = childOf(child, 'w:fldChar')?.attributes['w:fldCharType'];
        if (mark === 'begin') field = characters.length;
        const code = childOf(child, 'w:instrText')?.children[0];
        if (typeof code === 'string' && code.includes('PAGEREF')) isPage = true;
        readRun(child);
        if (mark === 'end' && isPage) {
          if (characters.length === field) type('00', look.font);
          isPage = false;
        }
      }
    }
  };
  type(look.number, look.font);
  walk(element);
  return {
    type: 'paragraph',
    look,
    characters,
    picture,
    marks,
    notes,
    endsSection: childOf(properties, 'w:sectPr') !== undefined && characters.length === 0,
  };
}
