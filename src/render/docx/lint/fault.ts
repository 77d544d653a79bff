import { parseXml, type XmlElement } from '../xml.ts';
import type { Parts } from '../package/zip.ts';

/** The rules of the package lint. */
export type LintRule =
  | 'well-formed'
  | 'cell-ends-with-paragraph'
  | 'style-exists'
  | 'numbering-exists'
  | 'bookmark-target-exists'
  | 'bookmark-unique'
  | 'relationship-target-exists'
  | 'relationship-exists'
  | 'content-type-exists'
  | 'chart-cache-equals-workbook'
  | 'alternative-text'
  | 'part-reached'
  | 'note-exists'
  | 'control-unique'
  | 'drawing-unique'
  | 'bookmark-paired'
  | 'field-balanced'
  | 'revision-signed'
  | 'section-complete'
  | 'columns-add-up'
  | 'paragraph-filled'
  | 'name-declared'
  | 'entries-plain'
  | 'field-clean';

/** One thing Word would stumble over that the Open XML SDK lets pass. */
export interface Fault {
  readonly rule: LintRule;
  readonly part: string;
  readonly what: string;
}

/** A package opened for checking: every XML part parsed once. */
export interface OpenPackage {
  readonly parts: Parts;
  readonly xml: ReadonlyMap<string, XmlElement>;
  /** Body, headers, footers, notes: the parts that hold paragraphs. */
  readonly stories: readonly (readonly [part: string, root: XmlElement])[];
}

/** Parse the parts; those that are not well-formed become faults and are left out. */
export function openPackage(parts: Parts): { opened: OpenPackage; faults: Fault[] } {
  const xml = new Map<string, XmlElement>();
  const faults: Fault[] = [];
  for (const [name, part] of parts) {
    if (typeof part !== 'string') continue;
    try {
      xml.set(name, parseXml(part));
    } catch (error) {
      faults.push({
        rule: 'well-formed',
        part: name,
        what: error instanceof Error ? error.message : String(error),
      });
    }
  }
  const stories = [...xml].filter(([name]) =>
    /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name),
  );
  return { opened: { parts, xml, stories }, faults };
}
