import type { View } from 'vega';

/** One drawn mark: the row it stands for, after the spec's transforms, and how it is painted. */
export interface SceneItem {
  readonly datum: Readonly<Record<string, unknown>>;
  readonly fill?: unknown;
  readonly stroke?: unknown;
  /** Of text marks; one string a line where there are several. */
  readonly text?: unknown;
}

interface SceneMark {
  readonly name?: string;
  readonly items?: readonly (SceneItem & { readonly items?: readonly SceneMark[] })[];
}

/**
 * Items of the mark Vega-Lite made for one unit of a spec: `marks`, or `layer_0_marks` for the first of its layers.
 * Lines and areas hold their points as items. Empty where there is no such mark.
 */
export function sceneItems(view: View, name: string): readonly SceneItem[] {
  const { root } = view.scenegraph() as unknown as { root: SceneMark };
  const found: SceneItem[] = [];
  const search = (mark: SceneMark): void => {
    for (const item of mark.items ?? []) {
      if (mark.name === name) found.push(item);
      for (const child of item.items ?? []) search(child);
    }
  };
  search(root);
  return found;
}
