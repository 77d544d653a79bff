import { BuilderElement, type ParagraphChild, type XmlComponent } from 'docx';
import type { CharacterStyleId } from './styles/ids.ts';

/**
 * A field with its result in it (ECMA-376 part 1, 17.16.18), clean: Word shows `result` until the officer updates it.
 * The style stands on every part, since Word gives an updated result the look of the field's code; each part has a run
 * of its own, since LibreOffice forgets the look of a field that is all in one.
 */
export function field(instruction: string, result: string, style?: CharacterStyleId): ParagraphChild[] {
  const parts = [
    character('begin'),
    code(instruction),
    character('separate'),
    new BuilderElement({ name: 'w:t', attributes: preserved, children: text(result) }),
    character('end'),
  ];
  return parts.map((part) => run(style, [part]));
}

/** The beginning of a field whose result are whole paragraphs; `fieldEnd` goes behind the last. */
export function fieldStart(instruction: string): ParagraphChild {
  return run(undefined, [character('begin'), code(instruction), character('separate')]);
}

export function fieldEnd(): ParagraphChild {
  return run(undefined, [character('end')]);
}

const preserved = { space: { key: 'xml:space', value: 'preserve' } } as const;

function run(style: CharacterStyleId | undefined, children: readonly XmlComponent[]): ParagraphChild {
  const look =
    style === undefined
      ? []
      : [new BuilderElement({ name: 'w:rPr', children: [valued('w:rStyle', 'val', style)] })];
  // A run, which the library writes as it is though its type of paragraph children names its own classes only.
  return new BuilderElement({ name: 'w:r', children: [...look, ...children] }) as unknown as ParagraphChild;
}

function character(type: 'begin' | 'separate' | 'end'): XmlComponent {
  return valued('w:fldChar', 'fldCharType', type);
}

function code(instruction: string): XmlComponent {
  return new BuilderElement({
    name: 'w:instrText',
    attributes: preserved,
    children: text(` ${instruction} `),
  });
}

function valued(name: string, attribute: string, value: string): XmlComponent {
  return new BuilderElement({ name, attributes: { [attribute]: { key: `w:${attribute}`, value } } });
}

/** Text in an element: the library takes strings there, which its type leaves out. */
function text(value: string): readonly XmlComponent[] {
  return [value as unknown as XmlComponent];
}
