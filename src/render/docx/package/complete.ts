import type { Parts } from './zip.ts';

/**
 * Write what the library has no option for: mirrored margins, marks set close and the document's language in the settings, the language
 * in the properties; headings as one list of several levels; styles that keep off the grid of lines. `language` is a BCP 47 tag, `gridLine` the
 * pitch of that grid in twips, where there is one.
 */
export function completeParts(parts: Parts, language: string, gridLine?: number): void {
  if (gridLine !== undefined) change(parts, 'word/styles.xml', (xml) => offGrid(xml, gridLine));
  change(parts, 'word/settings.xml', (xml) =>
    xml
      .replace('<w:displayBackgroundShape/>', '$&<w:mirrorMargins/>')
      // What Word in Chinese writes: two marks in a row, as in 》（, take the room of one and a half.
      .replace('<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/>$&')
      .replace('</w:settings>', `<w:themeFontLang w:val="en-US" w:eastAsia="${language}"/></w:settings>`),
  );
  change(parts, 'word/numbering.xml', (xml) =>
    xml.replace(/<w:abstractNum .*?<\/w:abstractNum>/gs, headingLevels),
  );
  change(parts, 'docProps/core.xml', (xml) =>
    xml.replace('</cp:coreProperties>', `<dc:language>${language}</dc:language></cp:coreProperties>`),
  );
}

/** Smaller lines than the grid's would each take the room of one of those (LibreOffice, and Word where not exact). */
function offGrid(xml: string, gridLine: number): string {
  return xml.replace(
    /(<w:snapToGrid [^>]*>)?(<w:spacing [^>]*w:line="(\d+)"[^>]*>)/g,
    (all, said: string | undefined, spacing: string, line: string) =>
      said !== undefined || Number(line) === gridLine ? all : `<w:snapToGrid w:val="0"/>${spacing}`,
  );
}

/** Levels of headings belong together, and are in use; the library writes all lists as those of a quick click. */
function headingLevels(definition: string): string {
  if (!definition.includes('<w:pStyle ')) return definition;
  return definition.replace('"hybridMultilevel"', '"multilevel"').replaceAll(' w:tentative="1"', '');
}

function change(parts: Parts, name: string, edit: (xml: string) => string): void {
  const part = parts.get(name);
  if (typeof part === 'string') parts.set(name, edit(part));
}
