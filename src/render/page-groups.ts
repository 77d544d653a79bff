import type { Element, Root } from 'hast';
import { bodyParts, runningHead } from '../document/body-sections.ts';
import type { ThemeTokens } from '../validate/schema/theme.ts';

/** Sections that share pages under one running head. */
export interface PageGroup {
  readonly running: string;
  readonly sections: readonly Element[];
}

/**
 * The sections of the body by running head: those in a row that bear the same one follow each other on the page, as
 * appendices do; any other begins a new page.
 */
export function pageGroups(tree: Root): PageGroup[] {
  const groups: { running: string; sections: Element[] }[] = [];
  for (const node of tree.children) {
    if (node.type !== 'element' || !bodyParts.has(node.properties.dataPart)) continue;
    const running = runningHead(node);
    const last = groups.at(-1);
    if (last?.running === running) last.sections.push(node);
    else groups.push({ running, sections: [node] });
  }
  return groups;
}

/**
 * Ids of the sections that follow another on its page: front matter in a row, all but the first of a group, and all
 * chapters but the first where the theme has them run on.
 */
export function followingIds(tree: Root, { layout }: ThemeTokens): ReadonlySet<string> {
  const sections = tree.children.filter((node) => node.type === 'element');
  const front = sections.filter(
    (section, index) => isFront(section) && index > 0 && isFront(sections[index - 1]),
  );
  const chapters = sections.filter((section) => section.properties.dataPart === 'chapter');
  const runOn = layout.chapters === 'run-on' ? chapters.slice(1) : [];
  const grouped = pageGroups(tree).flatMap(({ sections: [, ...others] }) => others);
  return new Set([...front, ...grouped, ...runOn].map(({ properties }) => String(properties.id)));
}

/** Mark each section that follows another on the page, for the style sheet. */
export function markFollowing(tree: Root, tokens: ThemeTokens): void {
  const following = followingIds(tree, tokens);
  for (const node of tree.children)
    if (node.type === 'element' && following.has(String(node.properties.id)))
      node.properties.dataFollows = '';
}

function isFront(section: Element | undefined): boolean {
  return section?.properties.dataPart === 'front';
}
