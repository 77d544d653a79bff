import type { DocumentMeta } from '../../../document/document.ts';
import { addObject, dictionaryAt, type PdfFile } from './pdf-file.ts';
import { dictionary, textString } from './pdf-value.ts';

/** What the file says of itself, once for old readers and once as XMP (ISO 16684-1); the two agree. */
export function writeMetadata(file: PdfFile, meta: DocumentMeta): void {
  const info = dictionaryAt(file, { ref: file.info });
  if (!info) throw new Error('The printed PDF has no information dictionary');
  const producer = info.get('Producer');
  const creator = info.get('Creator');
  const date = `(D:${meta.date.replaceAll('-', '')}000000+00'00')`;
  const value = dictionary({
    Title: textString(meta.title),
    Author: textString(meta.issuer),
    Subject: textString(meta.subject),
    Keywords: textString(meta.keywords.join('；')),
    Creator: creator,
    Producer: producer,
    CreationDate: date,
    ModDate: date,
  });
  file.objects.set(file.info, { value });
  const xmp = packet(meta, plain(producer), plain(creator));
  file.catalogue.set(
    'Metadata',
    // Not deflated, so that programs that know no PDF find it.
    addObject(file, {
      value: dictionary({ Type: '/Metadata', Subtype: '/XML' }),
      stream: new TextEncoder().encode(xmp),
    }),
  );
}

/** The text of an ASCII string in parentheses. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value.replace(/^\(|\)$/g, '').replace(/\\([\\()])/g, '$1') : '';
}

function packet(meta: DocumentMeta, producer: string, creator: string): string {
  const date = `${meta.date}T00:00:00Z`;
  const alternatives = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${xmlText(text)}</rdf:li></rdf:Alt>`;
  const bag = meta.keywords.map((keyword) => `<rdf:li>${xmlText(keyword)}</rdf:li>`).join('');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title>${alternatives(meta.title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${xmlText(meta.issuer)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${alternatives(meta.subject)}</dc:description>
<dc:subject><rdf:Bag>${bag}</rdf:Bag></dc:subject>
<dc:language><rdf:Bag><rdf:li>${xmlText(meta.language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>${xmlText(meta.keywords.join('；'))}</pdf:Keywords>
<pdf:Producer>${xmlText(producer)}</pdf:Producer>
<xmp:CreatorTool>${xmlText(creator)}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
