import { pack } from '../../../src/render/docx/package/zip.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const style = (type: string, id: string, name: string, rest: string): string =>
  `<w:style w:type="${type}" w:styleId="${id}"${id === 'a' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${rest}</w:style>`;
const paragraph = (id: string, name: string, rest: string): string => style('paragraph', id, name, rest);
const fonts = (name: string): string =>
  `<w:rFonts w:ascii="Times New Roman" w:eastAsia="${name}" w:hAnsi="Times New Roman"/>`;

/** Styles as Word in Chinese numbers them: built-in ones known by their names, ids that mean nothing. */
const styles: Readonly<Record<string, string>> = {
  Normal: paragraph('a', 'Normal', `<w:qFormat/><w:rsid w:val="00A1"/><w:pPr><w:widowControl w:val="0"/><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr><w:rPr>${fonts('仿宋_GB2312')}<w:sz w:val="32"/></w:rPr>`),
  'heading 1': paragraph('1', 'heading 1', `<w:basedOn w:val="af5"/><w:next w:val="a"/><w:link w:val="10"/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="C00000"/></w:rPr>`),
  'heading 2': paragraph('2', 'heading 2', `<w:basedOn w:val="a"/><w:next w:val="a"/><w:rPr>${fonts('楷体_GB2312')}</w:rPr>`),
  'heading 3': paragraph('3', 'Heading 3', '<w:basedOn w:val="a"/><w:next w:val="lost"/><w:rPr><w:b/></w:rPr>'),
  Title: paragraph('a3', 'Title', `<w:basedOn w:val="a"/><w:pPr><w:framePr w:w="5000" w:wrap="around" w:vAnchor="page" w:hAnchor="page"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" w:hAnsiTheme="majorHAnsi"/><w:color w:val="7A1F1F" w:themeColor="accent1"/><w:sz w:val="44"/></w:rPr>`),
  'caption of LibreOffice': paragraph('Caption', 'Caption', '<w:rPr><w:i/><w:sz w:val="30"/></w:rPr>'),
  caption: paragraph('a4', 'caption', '<w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="24"/></w:rPr>'),
  'toc 1': paragraph('TOC1', 'toc 1', '<w:basedOn w:val="a"/><w:next w:val="a"/>'),
  'toc 2': paragraph('TOC2', 'toc 2', '<w:basedOn w:val="a"/><w:next w:val="a"/>'),
  header: paragraph('a5', 'header', '<w:basedOn w:val="a"/><w:link w:val="a6"/><w:rPr><w:sz w:val="18"/></w:rPr>'),
  footer: paragraph('a7', 'footer', '<w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr>'),
  base: paragraph('af5', '章的样子', `<w:basedOn w:val="a"/><w:pPr><w:spacing w:before="120"/></w:pPr><w:rPr>${fonts('黑体')}</w:rPr>`),
  'second base': paragraph('af6', '章的样子', '<w:basedOn w:val="1"/>'),
  'toc 3': paragraph('TOC3', 'toc 3', '<w:basedOn w:val="af6"/><w:next w:val="10"/>'),
  linked: style('character', '10', '标题 1 字符', '<w:link w:val="1"/>'),
  round: paragraph('af8', '圈', '<w:basedOn w:val="af9"/>'),
  lead: paragraph('af9', '导语', '<w:basedOn w:val="af8"/><w:rPr><w:i/></w:rPr>'),
}; // prettier-ignore

const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="本局"><a:themeElements><a:clrScheme name="本局">${[
  'dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink',
].map((name) => `<a:${name}><a:srgbClr val="7A1F1F"/></a:${name}>`).join('')}</a:clrScheme><a:fontScheme name="本局">${[
  'major', 'minor',
].map((name) => `<a:${name}Font><a:latin typeface="Times New Roman"/><a:ea typeface="方正小标宋简体"/><a:cs typeface=""/></a:${name}Font>`).join('')}</a:fontScheme></a:themeElements></a:theme>`; // prettier-ignore

/** A Word file as an office would keep its styles in, without the styles named. */
export function officeDocx(without: readonly string[] = []): Uint8Array {
  const sheet = Object.entries(styles)
    .filter(([name]) => !without.includes(name))
    .map(([, xml]) => xml)
    .join('');
  return pack(
    new Map([
      [
        '[Content_Types].xml',
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
      ],
      [
        '_rels/.rels',
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ],
      [
        'word/_rels/document.xml.rels',
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/theme" Target="theme/theme1.xml"/></Relationships>`,
      ],
      ['word/document.xml', `<w:document xmlns:w="${main}"><w:body><w:p/></w:body></w:document>`],
      [
        'word/styles.xml',
        `<w:styles xmlns:w="${main}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w14:odd="1" w:ascii="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="21"/><w14:ligatures w14:val="none"/><w:lang w:val="en-US" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:latentStyles/>${sheet}</w:styles>`,
      ],
      ['word/theme/theme1.xml', theme],
    ]),
  );
}
