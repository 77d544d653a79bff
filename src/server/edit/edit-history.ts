import type { Status } from '../../derive/figure.ts';
import type { Host } from '../../host.ts';
import { replaceFile } from './replace-file.ts';
import { textMark } from './text-mark.ts';

/** One change of a file made from the preview. */
export interface Edit {
  readonly key: string;
  readonly name: string;
  readonly file: string;
  /** The figure's value before and after. */
  readonly from: string;
  readonly to: string;
  /** Its status before and after, where that has changed. */
  readonly statuses?: readonly [before: Status, after: Status];
  /** The whole text of the file before, to go back to. */
  readonly before: string;
  /** Mark of the text it was left with. */
  readonly after: string;
}

/** An edit as pages show it. */
export type ShownEdit = Pick<Edit, 'key' | 'name' | 'file' | 'from' | 'to' | 'statuses'> & {
  /** Tells which edit a page means to undo. */
  readonly id: string;
};

/** Edits kept for undoing. */
const kept = 50;

/** What was changed from the preview, of all its reports, newest last; and the one queue all writing goes through. */
export class EditHistory {
  #edits: readonly Edit[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  /** The edit that would be undone next. */
  get newest(): ShownEdit | undefined {
    const edit = this.#edits.at(-1);
    return edit && shown(edit);
  }

  /** Run a job that compares and writes when all before it have ended, so that none writes between the two. */
  async inTurn<Result>(job: () => Promise<Result>): Promise<Result> {
    const run = this.#turn.then(job);
    this.#turn = run.catch(() => undefined);
    return run;
  }

  record(edit: Edit): void {
    this.#edits = [...this.#edits, edit].slice(-kept);
  }

  /**
   * Take the newest edit back. `stale` when another one is the newest by now; `changed` when the file is not as the edit left
   * it: nothing is written then, and the edit is forgotten, so that those before it, of other files, can be undone;
   * `denied` when it cannot be written.
   */
  async undo(id: string, host: Host): Promise<ShownEdit | 'stale' | 'changed' | 'denied'> {
    const edit = this.#edits.at(-1);
    if (!edit || shown(edit).id !== id) return 'stale';
    const text = await host.readText(edit.file);
    const isAsLeft = text !== undefined && textMark(text) === edit.after;
    const undone = isAsLeft ? await replaceFile(host, edit.file, text, edit.before) : 'changed';
    if (undone !== 'denied') this.#edits = this.#edits.slice(0, -1);
    return undone === 'replaced' ? shown(edit) : undone;
  }
}

function shown({ before, after, ...edit }: Edit): ShownEdit {
  return { ...edit, id: textMark(`${textMark(before)} ${after}`) };
}
