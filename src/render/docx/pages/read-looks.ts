import type { INumberingOptions, IStylesOptions } from 'docx';
import type { RunFont } from './character-widths.ts';

/** How a paragraph style lays its paragraphs out; lengths in twips. */
export interface ParagraphLook {
  readonly style: string;
  readonly before: number;
  readonly after: number;
  readonly line: number;
  /** Lines are as high as the style says; as high as what is on them otherwise. */
  readonly isExact: boolean;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly isJustified: boolean;
  readonly left: number;
  readonly right: number;
  readonly firstLine: number;
  /** No space between paragraphs of this style. */
  readonly isContextual: boolean;
  /** Room of the box above and below; paragraphs of one box in a row share it. */
  readonly box: number;
  /** What stands before the text of every paragraph, such as the number of a chapter. */
  readonly number: string;
  readonly font: RunFont;
}

/** What a character style changes. */
export type RunLook = Partial<RunFont>;

/** The styles of a document, by their ids. */
export interface Looks {
  readonly paragraph: (style: string | undefined) => ParagraphLook;
  readonly run: (style: string | undefined) => RunLook;
  /** Where the text of a list begins. */
  readonly listIndent: (level: number) => number;
}

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];
type Run = NonNullable<ParagraphStyle['run']>;

/** Twips of a point; borders are eighths of one. */
const point = 20;

/** Read the looks the styles give, with what they are based on. */
export function readLooks(styles: IStylesOptions, { config }: INumberingOptions): Looks {
  const given = new Map((styles.paragraphStyles ?? []).map((style) => [style.id, style]));
  const looks = new Map<string, ParagraphLook>();
  const numberOf = (numbering: NonNullable<ParagraphStyle['paragraph']>['numbering']): string => {
    if (numbering === undefined || numbering === false) return '';
    const level = config.find(({ reference }) => reference === numbering.reference)?.levels[numbering.level];
    // Headings counted beyond ten are wider by a character, and short.
    return `${(level?.text ?? '').replace(/%\d/g, '一')}${level?.suffix === 'space' ? ' ' : ''}`;
  };
  const paragraph = (id = 'Normal'): ParagraphLook => {
    const known = looks.get(id);
    if (known) return known;
    const style = given.get(id);
    const base = style?.basedOn === undefined ? plain : paragraph(style.basedOn);
    const own = style?.paragraph;
    const edge = own?.border?.top;
    const look: ParagraphLook = {
      style: id,
      before: own?.spacing?.before ?? base.before,
      after: own?.spacing?.after ?? base.after,
      line: own?.spacing?.line ?? base.line,
      isExact: own?.spacing?.lineRule === undefined ? base.isExact : own.spacing.lineRule === 'exact',
      keepNext: own?.keepNext ?? base.keepNext,
      keepLines: own?.keepLines ?? base.keepLines,
      isJustified: own?.alignment === undefined ? base.isJustified : own.alignment === 'both',
      left: Number(own?.indent?.left ?? base.left),
      right: Number(own?.indent?.right ?? base.right),
      firstLine:
        own?.indent?.hanging === undefined
          ? Number(own?.indent?.firstLine ?? base.firstLine)
          : -Number(own.indent.hanging),
      isContextual: own?.contextualSpacing ?? base.isContextual,
      box: edge ? ((edge.size ?? 0) / 8 + (edge.space ?? 0)) * point : base.box,
      number: own?.numbering === undefined ? base.number : numberOf(own.numbering),
      font: { ...base.font, ...fontOf(style?.run) },
    };
    looks.set(id, look);
    return look;
  };
  const runs = new Map((styles.characterStyles ?? []).map((style) => [style.id, fontOf(style.run)]));
  const bullets = config.find(({ levels }) => levels.some(({ format }) => format === 'bullet'));
  return {
    paragraph,
    run: (id) => (id === undefined ? undefined : runs.get(id)) ?? {},
    listIndent: (level) => Number(bullets?.levels[level]?.style?.paragraph?.indent?.left ?? 0),
  };
}

const plain: ParagraphLook = {
  style: '', before: 0, after: 0, line: 240, isExact: false, keepNext: false, keepLines: false, isJustified: false,
  left: 0, right: 0, firstLine: 0, isContextual: false, box: 0, number: '',
  font: { name: '', size: 20, bold: false, spacing: 0 },
}; // prettier-ignore

function fontOf(run: Run | undefined): RunLook {
  const font = run?.font;
  const name = typeof font === 'object' && 'ascii' in font ? font.ascii : undefined;
  return {
    ...(name !== undefined && { name }),
    ...(run?.size !== undefined && { size: Number(run.size) }),
    ...(run?.bold !== undefined && { bold: run.bold }),
    ...(run?.characterSpacing !== undefined && { spacing: run.characterSpacing }),
  };
}
