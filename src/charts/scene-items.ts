import type { View } from 'vega';

/** One drawn mark: the row it stands for, after the spec's transforms, where it lies and how it is painted. */
export interface SceneItem {
  readonly datum: Readonly<Record<string, unknown>>;
  readonly fill?: unknown;
  readonly stroke?: unknown;
  readonly strokeWidth?: number;
  readonly strokeDash?: unknown;
  readonly opacity?: number;
  readonly fillOpacity?: number;
  readonly interpolate?: unknown;
  /** False where a line has a gap. */
  readonly defined?: boolean;
  /** In pixels of the plot, from its upper left corner; bars have an extent, areas a second y. */
  readonly x?: number;
  readonly y?: number;
  readonly y2?: number;
  readonly width?: number;
  readonly height?: number;
  /** Of symbols: square pixels, and the symbol's name. */
  readonly size?: number;
  readonly shape?: unknown;
  /** Of text marks; one string a line where there are several. */
  readonly text?: unknown;
  readonly dx?: number;
  readonly dy?: number;
  readonly align?: string;
  readonly angle?: number;
  readonly fontWeight?: unknown;
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

/** Six capital digits without `#`, or undefined for anything but a plain colour. */
export function plainColor(paint: unknown): string | undefined {
  return typeof paint === 'string' ? /^#([0-9a-f]{6})$/i.exec(paint)?.[1]?.toUpperCase() : undefined;
}
