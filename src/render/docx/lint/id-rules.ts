import { findElements, type XmlElement } from '../xml.ts';
import type { Fault, LintRule, OpenPackage } from './fault.ts';
import { walkElements } from './walk-elements.ts';

/** Word cuts tags and titles of content controls off here. */
const longestTag = 64;

/** Content controls have ids of their own, and tags and titles Word takes whole. */
export function controlsUnique({ stories }: OpenPackage): Fault[] {
  const seen = new Set<string>();
  return stories.flatMap(([part, root]) =>
    findElements(root, 'w:sdtPr').flatMap((properties) => {
      const value = (name: string): string | undefined =>
        properties.children.find((child) => child.name === name)?.attributes['w:val'];
      const long = ['w:tag', 'w:alias'].filter((name) => Array.from(value(name) ?? '').length > longestTag);
      // Without an id Word gives one.
      return [...repeated([value('w:id')], seen), ...long].map((what) => ({
        rule: 'control-unique' as const,
        part,
        what,
      }));
    }),
  );
}

/** No two drawings of the package have one id: some versions of Word call such a file damaged. */
export function drawingsUnique({ stories }: OpenPackage): Fault[] {
  const seen = new Set<string>();
  return stories.flatMap(([part, root]) =>
    repeated(
      findElements(root, 'wp:docPr').map(({ attributes }) => attributes.id),
      seen,
    ).map((what) => ({ rule: 'drawing-unique' as const, part, what })),
  );
}

/** Every bookmark that starts ends, after its start and in the same part, once each. */
export function bookmarksPaired({ stories }: OpenPackage): Fault[] {
  return stories.flatMap(([part, root]) =>
    rangeFaults(root, 'w:bookmarkStart', 'w:bookmarkEnd', part, 'bookmark-paired'),
  );
}

/** Every note referred to is there, each note is there once, and each but the separators is referred to. */
export function notesExist({ xml, stories }: OpenPackage): Fault[] {
  const referring = stories.filter(([name]) => !/(?:foot|end)notes\.xml$/.test(name));
  return (['footnote', 'endnote'] as const).flatMap((kind) => {
    const part = `word/${kind}s.xml`;
    const fault = (what: string): Fault => ({ rule: 'note-exists', part, what: `${kind} ${what}` });
    const root = xml.get(part);
    const notes = root ? findElements(root, `w:${kind}`) : [];
    const own = notes.filter(({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal').map(idOf);
    const used = referring.flatMap(([, story]) => findElements(story, `w:${kind}Reference`).map(idOf));
    return [
      ...repeated(notes.map(idOf), new Set()).map((id) => fault(`${id} twice`)),
      ...used.filter((id) => !own.includes(id)).map((id) => fault(`${id} missing`)),
      ...own.filter((id) => !used.includes(id)).map((id) => fault(`${id} not referred to`)),
    ];
  });
}

const revision =
  /^w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|numberingChange|\w+PrChange|tblGridChange|comment)$/;

/** Of names: what the Open XML SDK and Word take. */
const longestAuthor = 255;

/**
 * Revisions and comments say who made them and when, each revision has an id of its own, and comments are anchored to
 * text by a range and a reference.
 */
export function revisionsSigned({ xml, stories }: OpenPackage): Fault[] {
  const comments = xml.get('word/comments.xml');
  const parts = comments ? [...stories, ['word/comments.xml', comments] as const] : stories;
  const seen = new Set<string>();
  const signed = parts.flatMap(([part, root]) => {
    const faults: string[] = [];
    walkElements(root, ({ name, attributes }) => {
      if (!revision.test(name)) return undefined;
      // The grid of a table is not signed.
      const { 'w:author': author = '', 'w:date': date = '' } = attributes;
      const isSigned = author !== '' && author.length <= longestAuthor && date !== '';
      if (!isSigned && name !== 'w:tblGridChange') faults.push(`${name} without author or date`);
      const kind = name === 'w:comment' ? 'comment' : 'revision';
      faults.push(...repeated([`${kind} ${attributes['w:id'] ?? 'without id'}`], seen));
      return undefined;
    });
    return faults.map((what): Fault => ({ rule: 'revision-signed', part, what }));
  });
  const known = comments ? findElements(comments, 'w:comment').map(idOf) : [];
  const anchored = stories.flatMap(([part, root]) => {
    const references = findElements(root, 'w:commentReference').map(idOf);
    const lost = references.filter((id) => !known.includes(id));
    return [
      ...lost.map((id): Fault => ({ rule: 'revision-signed', part, what: `comment ${id} missing` })),
      ...rangeFaults(root, 'w:commentRangeStart', 'w:commentRangeEnd', part, 'revision-signed'),
    ];
  });
  return [...signed, ...anchored];
}

const idOf = ({ attributes }: XmlElement): string => attributes['w:id'] ?? '';

/** Values that are in the set already, or twice in the list; the set learns the others. */
function repeated(values: readonly (string | undefined)[], seen: Set<string>): string[] {
  return values.flatMap((value) => {
    if (value === undefined) return [];
    if (seen.has(value)) return [value];
    seen.add(value);
    return [];
  });
}

function rangeFaults(root: XmlElement, start: string, end: string, part: string, rule: LintRule): Fault[] {
  const state = new Map<string, 'open' | 'closed'>();
  const faults: string[] = [];
  walkElements(root, (element) => {
    const id = idOf(element);
    if (element.name === start) {
      if (state.has(id)) faults.push(`${start} ${id} twice`);
      state.set(id, 'open');
    } else if (element.name === end) {
      if (state.get(id) !== 'open') faults.push(`${end} ${id} without start`);
      state.set(id, 'closed');
    }
    return undefined;
  });
  const left = [...state].filter(([, is]) => is === 'open').map(([id]) => `${start} ${id} without end`);
  return [...faults, ...left].map((what) => ({ rule, part, what }));
}
