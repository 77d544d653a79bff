import { inflateSync } from 'node:zlib';

const action =
  /\/(?:URI|JavaScript|JS|Launch|EmbeddedFiles?|Filespec|OpenAction|AA|GoToR|GoToE|SubmitForm|ImportData|RichMedia|Movie|Sound|Rendition|XFA|AcroForm|Encrypt)\b/g;

/**
 * Whatever of a PDF a reader would act on: run, open, send, play. It is looked for in the objects as they are in the file, those of
 * object streams unpacked, and not in their texts, which may quote anything.
 */
export function pdfActions(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = [file.replace(/stream\r?\n[\s\S]*?endstream/g, '')];
  for (const [, dictionary, packed] of file.matchAll(/(<<[^<>]*\/ObjStm\b[^<>]*>>)\s*stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    const inner = Uint8Array.from(Buffer.from(packed ?? '', 'latin1'));
    objects.push((dictionary?.includes('/FlateDecode') ? inflateSync(inner) : Buffer.from(inner)).toString('latin1'));
  } // prettier-ignore
  return objects.flatMap((text) => [...withoutTexts(text).matchAll(action)].map(([name]) => name));
}

/** Without what stands in brackets, escaped ones included. */
function withoutTexts(text: string): string {
  return text.replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()');
}
