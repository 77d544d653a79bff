import { createRequire } from 'node:module';

/** Two calls of the system that Node does not offer. */
export interface Native {
  /** Exchange two paths in one step; throws where the file system cannot. */
  readonly swapSync: (one: string, other: string) => void;
  /** Lock an open file until it is closed or its process ends, however that ends; false where somebody else has it. */
  readonly tryLock: (file: number) => boolean;
}

let loaded: Native | 'none' | undefined;

/** The calls, or undefined where they are not built for this system. Loaded when first asked for: most commands write nothing. */
export function loadNative(): Native | undefined {
  if (loaded === undefined) {
    try {
      loaded = createRequire(import.meta.url)('fs-native-extensions') as Native;
    } catch {
      loaded = 'none';
    }
  }
  return loaded === 'none' ? undefined : loaded;
}
