import { make } from '../element.js';
import { editOutcome } from './edit-outcome.js';

/** Milliseconds without a key before what is typed is weighed. */
const pause = 250;

/**
 * The field a figure is changed in. What is typed stays when the record is refreshed; only another figure, or what was
 * saved, takes its place.
 */
export class EditForm {
  element = make('form', 'edit');
  #app;
  #words;
  #onUndo;
  #value = make('input', 'edit-value');
  #upTo = make('input', 'edit-to');
  #status = make('select', 'edit-status');
  #unit = make('span', 'edit-unit');
  #range = make('span', 'edit-range');
  #save = make('button', 'save');
  #revert = make('button', 'revert');
  #result = make('div', 'edit-result');
  /** @type {import('./record.js').FigureRecord | undefined} */
  #record;
  /** What was typed when checks spoke against it, which a second press of the button saves. */
  #asked = '';
  #turn = 0;
  #isSaving = false;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {import('../app.js').App} app
   * @param {import('./words.js').Words} words
   * @param {(undo: import('./record.js').ShownEdit | null) => void} onUndo Told what could be undone.
   */
  constructor(app, words, onUndo) {
    this.#app = app;
    this.#words = words;
    this.#onUndo = onUndo;
    this.#value.inputMode = 'decimal';
    this.#upTo.inputMode = 'decimal';
    for (const input of [this.#value, this.#upTo]) {
      input.autocomplete = 'off';
      input.spellcheck = false;
    }
    this.#upTo.setAttribute('aria-label', words.upTo);
    this.#status.setAttribute('aria-label', words.status);
    for (const id of /** @type {const} */ (['final', 'provisional', 'estimated'])) {
      const option = make('option', '', words.statuses[id]);
      option.value = id;
      this.#status.append(option);
    }
    this.#result.setAttribute('role', 'status');
    this.#save.type = 'submit';
    this.#revert.textContent = words.revert;
    this.#range.append(words.upTo, this.#upTo);
    const field = make('label', 'edit-field', `${words.value} `, this.#value);
    this.element.append(field, this.#range, this.#unit, this.#status, this.#save, this.#revert, this.#result);
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    this.element.addEventListener('input', (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.#changed();
    });
    this.element.addEventListener('compositionend', () => {
      this.#changed();
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.isTyped) return;
      event.preventDefault();
      event.stopPropagation();
      this.revert();
    });
    this.#revert.addEventListener('click', () => {
      this.revert();
      this.#value.focus();
    });
  }

  /** Something stands in the field that is not in the data. */
  get isTyped() {
    return this.#record !== undefined && this.#typed() !== this.#stored();
  }

  /**
   * Be the form of this record, or of no figure.
   *
   * @param {import('./record.js').FigureRecord | undefined} record
   */
  show(record) {
    const isKept = record?.key === this.#record?.key && this.isTyped && record?.edit.why === undefined;
    const isSame = record?.key === this.#record?.key;
    const old = this.#record;
    this.#record = record;
    const edit = record?.edit;
    this.element.hidden = !record || edit?.why !== undefined || this.#app.settings.readOnly;
    if (!record || !edit || edit.why !== undefined) return;
    this.#unit.textContent = record.unit;
    this.#range.hidden = record.to === undefined;
    this.#status.hidden = edit.status === undefined;
    if (isKept && old?.edit.why === undefined) {
      if (old?.edit.base !== edit.base) this.#changed();
      return;
    }
    this.#fill();
    if (!isSame) this.#result.replaceChildren();
  }

  revert() {
    this.#turn += 1;
    this.#fill();
    this.#result.replaceChildren();
  }

  #fill() {
    const { value = '', to = '', edit } = this.#record ?? {};
    this.#value.value = value;
    this.#upTo.value = to;
    if (edit?.why === undefined && edit?.status) this.#status.value = edit.status;
    this.#asked = '';
    this.#buttons();
  }

  #buttons() {
    const isAsked = this.#asked !== '' && this.#asked === this.#typed();
    this.#save.textContent = isAsked ? this.#words.saveAnyway : this.#words.save;
    this.#save.dataset.tone = isAsked ? 'warning' : '';
    this.#save.disabled = !this.isTyped || this.#isSaving;
    this.#revert.hidden = !this.isTyped;
  }

  #typed() {
    return JSON.stringify([this.#value.value, this.#upTo.value, this.#status.value]);
  }

  #stored() {
    const { value = '', to = '', edit } = this.#record ?? {};
    const status = edit?.why === undefined ? edit?.status : undefined;
    return JSON.stringify([value, to, status ?? this.#status.value]);
  }

  #changed() {
    window.clearTimeout(this.#timer);
    this.#turn += 1;
    this.#buttons();
    if (!this.isTyped) this.#result.replaceChildren();
    else
      this.#timer = window.setTimeout(() => {
        this.#result.replaceChildren(make('p', 'quiet', this.#words.weighing));
        void this.#ask(true);
      }, pause);
  }

  async #submit() {
    if (!this.isTyped || this.#isSaving) return;
    window.clearTimeout(this.#timer);
    this.#isSaving = true;
    this.#buttons();
    this.#result.replaceChildren(make('p', 'quiet', this.#words.saving));
    await this.#ask(false);
    this.#isSaving = false;
    this.#buttons();
  }

  /** @param {boolean} dryRun */
  async #ask(dryRun) {
    const { key, to, edit } = this.#record ?? {};
    if (key === undefined || !edit || edit.why !== undefined) return;
    this.#turn += 1;
    const turn = this.#turn;
    const typed = this.#typed();
    const body = {
      ...{ key, value: this.#value.value, base: edit.base, dryRun },
      ...(to !== undefined && { to: this.#upTo.value }),
      ...(edit.status && { status: this.#status.value }),
      anyway: this.#asked === typed,
    };
    /** @type {readonly HTMLElement[]} */
    let said;
    try {
      const answer = /** @type {import('./edit-outcome.js').EditAnswer} */ (
        await this.#app.ask('api/edit', body)
      );
      this.#onUndo(answer.undo);
      if (turn !== this.#turn || this.#record?.key !== key) return;
      const isSaved = answer.outcome === 'saved';
      if (isSaved) this.#saved(answer.value);
      this.#asked = answer.outcome === 'weighed' && answer.verdict === 'asks' ? typed : '';
      said = editOutcome(this.#app, answer, this.#words);
    } catch (error) {
      if (turn !== this.#turn) return;
      const { message } = /** @type {Error} */ (error);
      /** @type {Record<string, string>} */
      const refusals = this.#words.refusals;
      said = [make('p', 'refused', refusals[message] ?? this.#words.failed + message)];
    }
    this.#result.replaceChildren(...said);
    this.#buttons();
  }

  /**
   * What was typed is what the data have; the record that says so is on its way.
   *
   * @param {string} value
   */
  #saved(value) {
    if (!this.#record) return;
    const { edit } = this.#record;
    const status = /** @type {'final' | 'provisional' | 'estimated'} */ (this.#status.value);
    this.#record = {
      ...this.#record,
      value,
      ...(this.#record.to !== undefined && { to: this.#upTo.value }),
      ...(edit.why === undefined && edit.status && { edit: { ...edit, status } }),
    };
    this.#fill();
  }
}
