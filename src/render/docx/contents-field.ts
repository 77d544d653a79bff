import { BuilderElement, FileChild, type XmlComponent } from 'docx';

/** Paragraphs in a contents gallery (ECMA-376 part 1, 17.5.2.13), for which Word shows “update table”. */
export class ContentsField extends FileChild {
  constructor(paragraphs: readonly XmlComponent[]) {
    super('w:sdt');
    const gallery = { val: { key: 'w:val', value: 'Table of Contents' } };
    const parts = [
      new BuilderElement({ name: 'w:docPartGallery', attributes: gallery }),
      new BuilderElement({ name: 'w:docPartUnique' }),
    ];
    const properties = [new BuilderElement({ name: 'w:docPartObj', children: parts })];
    this.root.push(new BuilderElement({ name: 'w:sdtPr', children: properties }));
    this.root.push(new BuilderElement({ name: 'w:sdtContent', children: paragraphs }));
  }
}
