import { controlNames } from '../../src/render/docx/figure-control.ts';
import { pack, unpack, type Parts } from '../../src/render/docx/package/zip.ts';

/** A control around a figure as `handlers/figure.ts` writes it; groups: properties, content. */
const control =
  /<w:sdt>(<w:sdtPr>(?:(?!<\/w:sdtPr>).)*<\/w:sdtPr>)<w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/gs;

const by = 'w:author="审稿人" w:date="2023-03-01T09:30:00Z"';
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A DOCX as an officer edits it; every edit throws where there is nothing to edit. */
export interface EditedDocx {
  /** Replace the text of a figure, in all its places or in some, counted from 0. */
  figure(key: string, text: string, places?: readonly number[]): void;
  /** The same with changes tracked. */
  trackedFigure(key: string, text: string, places?: readonly number[]): void;
  /** Delete a figure with its control. */
  deleteFigure(key: string, places?: readonly number[]): void;
  /** Take the controls away and leave their text. */
  unwrap(key: string, places?: readonly number[]): void;
  unwrapAll(): void;
  /** Put `to` where `from` stands in the body's XML, once. */
  body(from: string | RegExp, to: string): void;
  /** Another value in the one chart that draws this one. */
  chart(from: string, to: string): void;
  part(name: string, change: (xml: string) => string): void;
  /** Cut the worksheets behind the charts short. */
  damageWorkbooks(): void;
  bytes(): Uint8Array;
}

export function editDocx(source: Uint8Array): EditedDocx {
  const parts: Parts = unpack(source);
  const part = (name: string, change: (xml: string) => string): void => {
    const before = parts.get(name);
    if (typeof before !== 'string') throw new Error(`no part ${name}`);
    const after = change(before);
    if (after === before) throw new Error(`nothing to change in ${name}`);
    parts.set(name, after);
  };
  const controls = (
    key: string | undefined,
    places: readonly number[] | undefined,
    change: (properties: string, content: string) => string,
  ): void => {
    const tag = key === undefined ? '' : `<w:tag w:val="${controlNames(key, '').tag}"/>`;
    part('word/document.xml', (xml) => {
      let count = 0;
      return xml.replace(control, (all, properties: string, content: string) => {
        if (!properties.includes(tag) || !properties.includes('<w:tag ')) return all;
        count += 1;
        return places && !places.includes(count - 1) ? all : change(properties, content);
      });
    });
  };
  const wrapped = (properties: string, content: string): string =>
    `<w:sdt>${properties}<w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  return {
    figure(key, text, places) {
      controls(key, places, (properties) => wrapped(properties, run(text)));
    },
    trackedFigure(key, text, places) {
      controls(key, places, (properties, content) => {
        const old = content.replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>');
        const change = `<w:del w:id="9001" ${by}>${old}</w:del><w:ins w:id="9002" ${by}>${run(text)}</w:ins>`;
        return wrapped(properties, change);
      });
    },
    deleteFigure(key, places) {
      controls(key, places, () => '');
    },
    unwrap(key, places) {
      controls(key, places, (_, content) => content);
    },
    unwrapAll() {
      controls(undefined, undefined, (_, content) => content);
    },
    body(from, to) {
      part('word/document.xml', (xml) => xml.replace(from, to));
    },
    chart(from, to) {
      const value = `<c:v>${from}</c:v>`;
      const charts = [...parts].filter(
        ([name, xml]) =>
          /^word\/charts\/[^/]+\.xml$/.test(name) && typeof xml === 'string' && xml.includes(value),
      );
      if (charts.length !== 1) throw new Error(`${String(charts.length)} charts draw ${from}`);
      part(charts[0]![0], (xml) => xml.replace(value, `<c:v>${to}</c:v>`));
    },
    part,
    damageWorkbooks() {
      for (const [name, content] of parts)
        if (name.endsWith('.xlsx') && typeof content !== 'string') parts.set(name, content.slice(0, 500));
    },
    bytes: () => pack(parts),
  };
}

/** What Word does to runs on the way: splits them, marks spelling, and notes in which sitting each piece was typed. */
export function splitRuns(document: string): string {
  return document.replace(
    /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([^<&]{2,})<\/w:t><\/w:r>/gs,
    (_, look: string | undefined, text: string) => {
      const half = Math.ceil(text.length / 2);
      const piece = (part: string, sitting: string): string =>
        `<w:r w:rsidR="${sitting}">${look ?? ''}<w:t xml:space="preserve">${part}</w:t></w:r>`;
      return `${piece(text.slice(0, half), '00A1')}<w:proofErr w:type="spellStart"/>${piece(text.slice(half), '00B2')}<w:proofErr w:type="spellEnd"/>`;
    },
  );
}
