import { escapeXml } from '../../document/escape-xml.ts';

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Text for an element or attribute. What XML cannot hold is dropped, and `_x0041_` is kept from being read as the
 * character it stands for in spreadsheets.
 */
export function xmlText(text: string): string {
  const held = text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escapeXml(held);
}
