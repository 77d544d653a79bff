import type { Figure } from '../derive/figure.ts';
import type { ComposeContext } from './context.ts';

/** A figure's name; one computed from others says how: 专利商标质押金额目标进度. */
export function computedName(
  { inputs }: { readonly inputs: Pick<ComposeContext['inputs'], 'locale'> },
  { key, name }: Pick<Figure, 'key' | 'name'>,
): string {
  const transform = transformOf(key);
  return transform === undefined ? name : `${name}${inputs.locale.words[`transform.${transform}`] ?? ''}`;
}

/** What was done to the figure a key begins with, for example `share_of`; undefined where nothing was. */
export function transformOf(key: string): string | undefined {
  return /#([a-z_]+)/.exec(key)?.[1];
}
