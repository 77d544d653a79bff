import { make } from '../element.js';
import { notify } from '../places/notice.js';

/** Takes back the newest change made from the preview, whichever page made it, and says which that is. */
export class UndoButton {
  element = make('button', 'undo');
  #app;
  #words;
  #onRefused;
  /** @type {import('./record.js').ShownEdit | null} */
  #edit = null;
  #isBusy = false;

  /**
   * @param {import('../app.js').App} app
   * @param {import('./words.js').Words} words
   * @param {() => void} onRefused What could be undone has to be asked for anew.
   */
  constructor(app, words, onRefused) {
    this.#app = app;
    this.#words = words;
    this.#onRefused = onRefused;
    this.element.hidden = true;
    this.element.addEventListener('click', () => {
      void this.undo();
    });
  }

  /** @param {import('./record.js').ShownEdit | null} edit What would be undone. */
  show(edit) {
    this.#edit = edit;
    this.element.hidden = edit === null || this.#app.settings.readOnly;
    if (!edit) return;
    const { from, to, statuses } = edit;
    const [before, after] = (statuses ?? []).map((status) => `（${this.#words.statuses[status]}）`);
    this.element.textContent = this.#words.undo(`${from}${before ?? ''}`, `${to}${after ?? ''}`);
    this.element.title = this.#words.undoTitle(edit.name, edit.file);
  }

  async undo() {
    if (!this.#edit || this.#isBusy) return;
    this.#isBusy = true;
    try {
      const { undo } = /** @type {{ undo: import('./record.js').ShownEdit | null }} */ (
        await this.#app.ask('api/undo', { id: this.#edit.id })
      );
      this.show(undo);
      notify(this.#words.undone);
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      /** @type {Record<string, string>} */
      const refusals = { ...this.#words.refusals, changed: this.#words.undoChanged };
      notify(refusals[message] ?? this.#words.failed + message);
      this.#onRefused();
    }
    this.#isBusy = false;
  }
}
