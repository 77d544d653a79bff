import { escapeXml } from '../../../document/escape-xml.ts';
import type { Parts } from './zip.ts';

/** Write the category (Word: 类别) into the core properties, which the library has no option for. */
export function setCategory(parts: Parts, category: string): void {
  const core = parts.get('docProps/core.xml');
  if (typeof core !== 'string' || category === '') return;
  const element = `<cp:category>${escapeXml(category)}</cp:category>`;
  parts.set(
    'docProps/core.xml',
    core.replace('</cp:coreProperties>', () => `${element}</cp:coreProperties>`),
  );
}
