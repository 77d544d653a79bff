import { Table, type IContext, type ITableOptions, type IXmlableObject } from 'docx';

/** A table with alternative text (`w:tblCaption`), which the library has no option for. */
export class DescribedTable extends Table {
  readonly #caption: string;

  constructor(options: ITableOptions, caption: string) {
    super(options);
    this.#caption = caption;
  }

  /** The library's table with the caption as the last of its properties, where the schema wants it. */
  override prepForXml(context: IContext): IXmlableObject | undefined {
    const xml = super.prepForXml(context);
    const parts: unknown = xml?.['w:tbl'];
    if (this.#caption === '' || !Array.isArray(parts)) return xml;
    const properties = parts.find((part): part is { 'w:tblPr': unknown[] } => isTableProperties(part));
    properties?.['w:tblPr'].push({ 'w:tblCaption': { _attr: { 'w:val': this.#caption } } });
    return xml;
  }
}

function isTableProperties(part: unknown): boolean {
  return typeof part === 'object' && part !== null && 'w:tblPr' in part && Array.isArray(part['w:tblPr']);
}
