import { posix } from 'node:path';
import { everyElement, findElement, findElements } from '../xml.ts';
import type { Fault, OpenPackage } from './fault.ts';

/** Part names a relationships part leads to, by relationship id; targets outside the package are left out. */
export function relationshipTargets({ xml }: OpenPackage, relationships: string): Map<string, string> {
  const root = xml.get(relationships);
  const folder = posix.dirname(posix.dirname(relationships));
  const inside = root
    ? findElements(root, 'Relationship').filter(({ attributes }) => attributes.TargetMode !== 'External')
    : [];
  return new Map(
    inside.map(({ attributes: { Id = '', Target = '' } }) => [
      Id,
      Target.startsWith('/') ? Target.slice(1) : posix.normalize(posix.join(folder, Target)),
    ]),
  );
}

/** Every relationship leads to a part that is there. */
export function relationshipTargetsExist(opened: OpenPackage): Fault[] {
  const parts = [...opened.xml.keys()].filter((name) => name.endsWith('.rels'));
  return parts.flatMap((part) =>
    [...relationshipTargets(opened, part).values()]
      .filter((target) => !opened.parts.has(target))
      .map((what) => ({ rule: 'relationship-target-exists' as const, part, what })),
  );
}

/** Every part is led to from the package's own relationships, on however many steps: Word drops the others when it saves. */
export function partsReached(opened: OpenPackage): Fault[] {
  const reached = new Set(['[Content_Types].xml']);
  const follow = (relationships: string): void => {
    if (!opened.parts.has(relationships)) return;
    reached.add(relationships);
    for (const target of relationshipTargets(opened, relationships).values()) {
      if (reached.has(target)) continue;
      reached.add(target);
      follow(posix.join(posix.dirname(target), '_rels', `${posix.basename(target)}.rels`));
    }
  };
  follow('_rels/.rels');
  return [...opened.parts.keys()]
    .filter((part) => !reached.has(part))
    .map((part) => ({ rule: 'part-reached' as const, part, what: part }));
}

/** Every relationship id used in a part is in its relationships, external ones included. */
export function relationshipsExist({ xml }: OpenPackage): Fault[] {
  return [...xml].flatMap(([part, root]) => {
    if (part.endsWith('.rels')) return [];
    const own = xml.get(posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`));
    const ids = new Set(own ? findElements(own, 'Relationship').map(({ attributes }) => attributes.Id) : []);
    const used = [...everyElement(root)].flatMap(({ attributes }) =>
      Object.entries(attributes).flatMap(([name, value]) =>
        /^r:(id|embed|link)$/.test(name) ? [value] : [],
      ),
    );
    return used
      .filter((id) => !ids.has(id))
      .map((what) => ({ rule: 'relationship-exists' as const, part, what }));
  });
}

/** Every part has a content type, by its name or its extension. */
export function contentTypesExist({ parts, xml }: OpenPackage): Fault[] {
  const types = xml.get('[Content_Types].xml');
  const known = (name: string, key: string) =>
    new Set(types ? findElements(types, name).map(({ attributes }) => attributes[key]?.toLowerCase()) : []);
  const extensions = known('Default', 'Extension');
  const names = known('Override', 'PartName');
  return [...parts.keys()]
    .filter((part) => part !== '[Content_Types].xml')
    .filter(
      (part) =>
        !names.has(`/${part}`.toLowerCase()) &&
        !extensions.has(part.slice(part.lastIndexOf('.') + 1).toLowerCase()),
    )
    .map((part) => ({ rule: 'content-type-exists' as const, part, what: part }));
}

/** Every drawing has alternative text or is marked as decorative. */
export function alternativeTexts({ stories }: OpenPackage): Fault[] {
  return stories.flatMap(([part, root]) =>
    findElements(root, 'wp:docPr')
      .filter(
        (drawing) => (drawing.attributes.descr ?? '') === '' && !findElement(drawing, 'adec:decorative'),
      )
      .map(({ attributes }) => ({ rule: 'alternative-text' as const, part, what: attributes.name ?? '' })),
  );
}
