import { createHash } from 'node:crypto';

/** Word's limit for the tag and the title of a content control, in characters. */
const longest = 64;

/** What marks a figure's content control. */
export interface ControlNames {
  /** For programs: the key, shortened and with its mark where it is too long for Word. */
  readonly tag: string;
  /** The title Word shows on the control. */
  readonly alias: string;
  /** The key's mark once more: of the names of a control LibreOffice (7.4) keeps that of its placeholder only. */
  readonly placeholder: string;
}

/** Names of the control around a figure; `name` is what readers call the figure. */
export function controlNames(key: string, name: string): ControlNames {
  const mark = keyMark(key);
  return {
    tag: key.length <= longest ? key : `${key.slice(0, longest - mark.length)}${mark}`,
    alias: name.length <= longest ? name : `${name.slice(0, longest - 1)}…`,
    placeholder: mark,
  };
}

/** `~` and eight digits of the key's hash: the same for the same key in every document. */
export function keyMark(key: string): string {
  return `~${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
}
