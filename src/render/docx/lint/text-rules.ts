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

const styleReferences = new Set(['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link']);

/** Every style referred to is defined; Word silently takes the body style instead. */
export function stylesExist({ xml, stories }: OpenPackage): Fault[] {
  const styles = xml.get('word/styles.xml');
  const defined = new Set(
    styles ? findElements(styles, 'w:style').map((style) => style.attributes['w:styleId']) : [],
  );
  const parts = styles ? [...stories, ['word/styles.xml', styles] as const] : stories;
  return parts.flatMap(([part, root]) =>
    [...everyElement(root)]
      .filter(({ name, attributes }) => styleReferences.has(name) && !defined.has(attributes['w:val']))
      .map(({ name, attributes }) => ({
        rule: 'style-exists' as const,
        part,
        what: `${name} ${attributes['w:val'] ?? ''}`,
      })),
  );
}

/** Every list a paragraph is in is defined, and so is the definition that list refers to. */
export function numberingExists({ xml, stories }: OpenPackage): Fault[] {
  const numbering = xml.get('word/numbering.xml');
  const numbers = numbering ? findElements(numbering, 'w:num') : [];
  const ids = new Set(['0', ...numbers.map((number) => number.attributes['w:numId'])]);
  return stories.flatMap(([part, root]) =>
    findElements(root, 'w:numId')
      .filter(({ attributes }) => !ids.has(attributes['w:val']))
      .map(({ attributes }) => ({
        rule: 'numbering-exists' as const,
        part,
        what: `w:numId ${attributes['w:val'] ?? ''}`,
      })),
  );
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
