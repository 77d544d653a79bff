import { buildPropertyNames } from '../render/docx/build-properties.ts';
import { findElement, findElements, parseXml } from '../render/docx/xml.ts';
import type { Parts } from '../render/docx/package/zip.ts';

/** What a document says it was built as. */
export interface BuildMarks {
  /** Id of the build, as in its manifest. */
  readonly build: string;
  readonly region: string;
  readonly period: string;
  readonly theme: string;
  readonly language: string;
}

/** Ids become paths: nothing else may stand there. */
const wellFormed = {
  build: /^[0-9a-f]{8,64}$/,
  report: /^[a-z][a-z0-9-]*\/\d{4}(?:-\d{4})?$/,
  theme: /^[a-z][a-z0-9-]*$/,
  language: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
};

/** Read the properties a report bears (`docProps/custom.xml`); undefined for a document that is none of ours. */
export function readBuildMarks(parts: Parts): BuildMarks | undefined {
  const part = parts.get('docProps/custom.xml');
  if (typeof part !== 'string') return undefined;
  const values = new Map(
    findElements(parseXml(part), 'property').map((property) => [
      property.attributes.name ?? '',
      findElement(property, 'vt:lpwstr')?.text.trim() ?? '',
    ]),
  );
  const read = (name: keyof typeof wellFormed): string | undefined => {
    const value = values.get(buildPropertyNames[name]) ?? '';
    return wellFormed[name].test(value) ? value : undefined;
  };
  const [build, report, theme, language] = [read('build'), read('report'), read('theme'), read('language')];
  if (build === undefined || report === undefined || theme === undefined || language === undefined)
    return undefined;
  const [region = '', period = ''] = report.split('/');
  return { build, region, period, theme, language };
}
