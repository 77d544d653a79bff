import { unzipSync } from 'fflate';
import type { XmlElement } from '../xml.ts';
import type { Fault, OpenPackage } from './fault.ts';

/** Names in parts are XML names, and every prefix is declared around them (Namespaces in XML 1.0, 3). */
export function namesDeclared({ xml }: OpenPackage): Fault[] {
  const known = new Map<string, string | undefined>();
  // Some hundred names stand in a document ten thousand times.
  const prefixOf: PrefixOf = (name) => {
    if (!known.has(name)) {
      const found = qualified.exec(name);
      known.set(name, found ? (found[1] ?? '') : undefined);
    }
    return known.get(name);
  };
  return [...xml].flatMap(([part, root]) => {
    const bad = new Set<string>();
    check(root, new Set(['xml', 'xmlns']), prefixOf, bad);
    return [...bad].map((what) => ({ rule: 'name-declared' as const, part, what }));
  });
}

/** The prefix of a name; undefined where it is no name. */
type PrefixOf = (name: string) => string | undefined;

const qualified = /^(?:([\p{L}_][\p{L}\p{N}_.-]*):)?[\p{L}_][\p{L}\p{N}_.-]*$/u;

function check(
  { name, attributes, children }: XmlElement,
  outer: ReadonlySet<string>,
  prefixOf: PrefixOf,
  bad: Set<string>,
): void {
  const keys = Object.keys(attributes);
  const declared = keys.filter((key) => key.startsWith('xmlns:')).map((key) => key.slice(6));
  const prefixes = declared.length > 0 ? new Set([...outer, ...declared]) : outer;
  for (const one of [name, ...keys]) {
    const prefix = prefixOf(one);
    if (prefix === undefined || (prefix !== '' && !prefixes.has(prefix))) bad.add(one);
  }
  // What may be ignored must be declared, too, or Word calls the part unreadable.
  for (const prefix of (attributes['mc:Ignorable'] ?? '').split(' '))
    if (prefix !== '' && !prefixes.has(prefix)) bad.add(`mc:Ignorable ${prefix}`);
  for (const child of children) check(child, prefixes, prefixOf, bad);
}

/** The zip holds files only, each name once and written with slashes, the content types first. */
export function entriesPlain(docx: Uint8Array): Fault[] {
  const names: string[] = [];
  unzipSync(docx, { filter: ({ name }) => (names.push(name), false) });
  const seen = new Set<string>();
  const bad = names.filter((name) => {
    const isBad = name.endsWith('/') || name.includes('\\') || seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return isBad;
  });
  if (names[0] !== '[Content_Types].xml') bad.push('[Content_Types].xml is not first');
  return bad.map((what) => ({ rule: 'entries-plain', part: '', what }));
}
