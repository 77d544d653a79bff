import { BuilderElement, type ParagraphChild } from 'docx';
import { controlNames } from '../figure-control.ts';
import type { RunContext } from '../context.ts';
import type { InlineHandler } from './handler.ts';

/**
 * A printed figure, `data[value][data-figure]`: its text in the look of its surroundings, in a content control that bears
 * its key (`w:sdt`, ECMA-376-1 17.5.2.31), so that the officer's corrections can be read back. Not bound to data: Word
 * would put the data in place of what was typed in another program. Not locked: the officer may delete what is wrong. Not
 * for plain text only (`w:text`): LibreOffice writes the text of such a control twice where digits and 汉字 meet.
 */
export const figureHandler: InlineHandler = (element, context) => {
  const runs = context.runs(element, context);
  const key = element.properties.dataFigure;
  if (!context.options.contentControls || typeof key !== 'string' || runs.length === 0) return runs;
  const { name = '', time = '' } = context.notes[key] ?? {};
  const { tag, alias, placeholder } = controlNames(key, `${name} ${time}`.trim());
  const properties = [
    ...lookOf(context),
    ...(alias === '' ? [] : [valued('w:alias', alias)]),
    valued('w:tag', tag),
    // Numbered when the package is finished.
    valued('w:id', '0'),
    new BuilderElement({ name: 'w:placeholder', children: [valued('w:docPart', placeholder)] }),
  ];
  const control = new BuilderElement({
    name: 'w:sdt',
    children: [
      new BuilderElement({ name: 'w:sdtPr', children: properties }),
      // Runs are components of the library, which its type of paragraph children does not say.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
      new BuilderElement({ name: 'w:sdtContent', children: runs as BuilderElement[] }),
    ],
  });
  return [control as unknown as ParagraphChild];
};

/** The look that text typed into the emptied control takes. */
function lookOf({ run }: RunContext): BuilderElement[] {
  const look = [
    ...(run.style === undefined ? [] : [valued('w:rStyle', run.style)]),
    ...(run.bold === true ? [new BuilderElement({ name: 'w:b' })] : []),
    ...(run.superScript === true ? [valued('w:vertAlign', 'superscript')] : []),
  ];
  return look.length === 0 ? [] : [new BuilderElement({ name: 'w:rPr', children: look })];
}

function valued(name: string, value: string): BuilderElement {
  return new BuilderElement({ name, attributes: { value: { key: 'w:val', value } } });
}
