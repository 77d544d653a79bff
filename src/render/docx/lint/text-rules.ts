import { everyElement, findElements, type XmlElement } from '../xml.ts';
import type { Fault, OpenPackage } from './fault.ts';

/** Every cell ends with a paragraph: Word calls a file unreadable otherwise. */
export function cellsEndWithParagraph({ stories }: OpenPackage): Fault[] {
  return stories.flatMap(([part, root]) =>
    findElements(root, 'w:tc')
      .filter((cell) => cell.children.at(-1)?.name !== 'w:p')
      .map(() => ({ rule: 'cell-ends-with-paragraph' as const, part, what: 'w:tc' })),
  );
}

/** What kind of style each reference means; `undefined` is the kind of the style it stands in. */
const styleReferences: ReadonlyMap<string, string | undefined> = new Map([
  ['w:pStyle', 'paragraph'],
  ['w:rStyle', 'character'],
  ['w:tblStyle', 'table'],
  ['w:basedOn', undefined],
  ['w:next', 'paragraph'],
  ['w:link', undefined],
]);

/**
 * Every style referred to is defined, and of the kind it is used as; no two have one id or, of one kind, one name. Word
 * silently takes the body style instead.
 */
export function stylesExist({ xml, stories }: OpenPackage): Fault[] {
  const part = 'word/styles.xml';
  const sheet = xml.get(part);
  const styles = sheet ? findElements(sheet, 'w:style') : [];
  const kinds = new Map(
    styles.map(({ attributes }) => [attributes['w:styleId'] ?? '', attributes['w:type'] ?? 'paragraph']),
  );
  const parts = sheet ? [...stories, [part, sheet] as const] : stories;
  const lost = parts.flatMap(([name, root]) =>
    [...everyElement(root)].flatMap((element) => {
      if (!styleReferences.has(element.name)) return [];
      const id = element.attributes['w:val'] ?? '';
      const wanted = styleReferences.get(element.name);
      const isThere = kinds.has(id) && (wanted === undefined || kinds.get(id) === wanted);
      return isThere ? [] : [{ rule: 'style-exists' as const, part: name, what: `${element.name} ${id}` }];
    }),
  );
  const seen = new Set<string>();
  const twice = styles.flatMap(({ attributes, children }) => {
    const name = children.find((child) => child.name === 'w:name')?.attributes['w:val'] ?? '';
    const marks = [
      `id ${attributes['w:styleId'] ?? ''}`,
      `${attributes['w:type'] ?? ''} ${name.toLowerCase()}`,
    ];
    return marks.flatMap((mark) => {
      const known = seen.has(mark);
      seen.add(mark);
      return known ? [{ rule: 'style-exists' as const, part, what: `${mark} twice` }] : [];
    });
  });
  return [...lost, ...twice];
}

/**
 * Every list a paragraph or a style is in is defined, so is the definition that list refers to, and that has the level the
 * paragraph is on (the first where none is said).
 */
export function numberingExists({ xml, stories }: OpenPackage): Fault[] {
  const numbering = xml.get('word/numbering.xml');
  const valueOf = (element: XmlElement, name: string): string | undefined =>
    element.children.find((child) => child.name === name)?.attributes['w:val'];
  const levels = new Map(
    (numbering ? findElements(numbering, 'w:abstractNum') : []).map((definition) => [
      definition.attributes['w:abstractNumId'],
      new Set(definition.children.map(({ attributes }) => attributes['w:ilvl'])),
    ]),
  );
  const lists = (numbering ? findElements(numbering, 'w:num') : []).map(
    (list) => [list.attributes['w:numId'], levels.get(valueOf(list, 'w:abstractNumId'))] as const,
  );
  const fault = (part: string, what: string): Fault => ({ rule: 'numbering-exists', part, what });
  const undefinedLists = lists.flatMap(([id, found]) =>
    found ? [] : [fault('word/numbering.xml', `w:num ${id ?? ''} without definition`)],
  );
  const known = new Map(lists);
  const styles = xml.get('word/styles.xml');
  const parts = styles ? [...stories, ['word/styles.xml', styles] as const] : stories;
  const lost = parts.flatMap(([part, root]) =>
    findElements(root, 'w:numPr').flatMap((used) => {
      const id = valueOf(used, 'w:numId');
      const level = valueOf(used, 'w:ilvl') ?? '0';
      // 0 takes a paragraph out of the list of its style; without any, the list is that of its style.
      if (id === undefined || id === '0' || known.get(id)?.has(level) === true) return [];
      return [fault(part, `w:numId ${id} level ${level}`)];
    }),
  );
  return [...undefinedLists, ...lost];
}

/** Bookmark names differ (Word ignores case) and are no longer than 40 characters. */
export function bookmarksUnique({ stories }: OpenPackage): Fault[] {
  const seen = new Set<string>();
  return bookmarkStarts(stories).flatMap(([part, name]) => {
    const bad = seen.has(name.toLowerCase()) || name.length > 40 || !/^[\p{L}_]\w*$/u.test(name);
    seen.add(name.toLowerCase());
    return bad ? [{ rule: 'bookmark-unique' as const, part, what: name }] : [];
  });
}

/** Links and page references lead to a bookmark that is there. */
export function bookmarkTargetsExist({ stories }: OpenPackage): Fault[] {
  const names = new Set(bookmarkStarts(stories).map(([, name]) => name));
  return stories.flatMap(([part, root]) => {
    const links = findElements(root, 'w:hyperlink').flatMap(({ attributes }) => attributes['w:anchor'] ?? []);
    const fields = findElements(root, 'w:instrText').flatMap(
      ({ text }) => /\b(?:PAGE)?REF\s+(\S+)/.exec(text)?.[1] ?? [],
    );
    return [...links, ...fields]
      .filter((name) => !names.has(name))
      .map((name) => ({ rule: 'bookmark-target-exists' as const, part, what: name }));
  });
}

/** No field asks to be updated: Word would greet the reader with a question. */
export function fieldsClean({ xml, stories }: OpenPackage): Fault[] {
  const settings = xml.get('word/settings.xml');
  const parts = settings ? [...stories, ['word/settings.xml', settings] as const] : stories;
  return parts.flatMap(([part, root]) =>
    [...everyElement(root)]
      .filter(({ name, attributes }) => name === 'w:updateFields' || attributes['w:dirty'] !== undefined)
      .map(({ name }) => ({ rule: 'field-clean' as const, part, what: name })),
  );
}

function bookmarkStarts(stories: readonly (readonly [string, XmlElement])[]): [part: string, name: string][] {
  return stories.flatMap(([part, root]) =>
    findElements(root, 'w:bookmarkStart').map(({ attributes }): [string, string] => [
      part,
      attributes['w:name'] ?? '',
    ]),
  );
}
