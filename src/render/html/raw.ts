import type { ElementContent } from 'hast';

/**
 * A node for markup that is written out as it is: drawings and the preview's additions, never anything from the data.
 * `raw` is no type of hast proper, and teaching it to the type checker would teach it to every stage.
 */
export function raw(value: string): ElementContent {
  return { type: 'raw', value } as unknown as ElementContent;
}
