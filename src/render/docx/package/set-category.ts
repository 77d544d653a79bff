import type { Parts } from './zip.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Write the category (Word: 类别) into the core properties, which the library has no option for. */
export function setCategory(parts: Parts, category: string): void {
  const core = parts.get('docProps/core.xml');
  if (typeof core !== 'string' || category === '') return;
  const text = category.replace(/[&<>]/g, (character) => escapes[character] ?? '');
  const element = `<cp:category>${text}</cp:category>`;
  parts.set(
    'docProps/core.xml',
    core.replace('</cp:coreProperties>', () => `${element}</cp:coreProperties>`),
  );
}
