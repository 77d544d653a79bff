/**
 * What the server tells of a figure; see `FigureRecord` in ../../inspect/figure-record.ts.
 *
 * @typedef {object} FigureRecord
 * @property {string} key
 * @property {string} name
 * @property {string} regionName
 * @property {string} value
 * @property {string} [to]
 * @property {string} unit
 * @property {string} [qualifier]
 * @property {string} text
 * @property {string} time
 * @property {keyof import('./words.js').Words['kinds']} kind
 * @property {keyof import('./words.js').Words['statuses']} status
 * @property {string} [note]
 * @property {number | 'unstated'} [of]
 * @property {{ from: string, reason: string }} [revised]
 * @property {{ names: { zh: string, en?: string }, definition?: string, denominator?: string, aliases?: string[], scope?: string }} definition
 * @property {readonly (FigureLink | { name: string, key?: undefined })[]} lookAlikes
 * @property {Source} [source]
 * @property {Place} place
 * @property {{ text: string, inputs: readonly FigureLink[] }} [formula]
 * @property {readonly FigureLink[]} dependents
 * @property {{ figure?: FigureLink, growth?: Outcome, stated?: FigureLink }} yearBefore
 * @property {{ base: FigureLink, target: FigureLink, progress: Outcome, attainment: Outcome, note?: string }} [aim]
 * @property {readonly FigureLink[]} peers
 * @property {readonly Check[]} checks
 * @property {Editable} edit
 * @property {ShownEdit | null} undo
 */

/** @typedef {{ file: string, line: number, column: number }} Place */
/** @typedef {{ key: string, name: string, region?: string, time: string, text: string }} FigureLink */
/** @typedef {(FigureLink & { formula: string, why?: undefined }) | { why: string }} Outcome */
/** @typedef {import('../problems/check-list.js').Check & { isOwn: boolean, against: readonly FigureLink[] }} Check */
/** @typedef {{ key: string, name: string, file: string, from: string, to: string, id: string, statuses?: readonly [before: FigureRecord['status'], after: FigureRecord['status']] }} ShownEdit */

/**
 * @typedef {object} Source
 * @property {string} title
 * @property {string} [publisher]
 * @property {string} [date]
 * @property {string} [documentNumber]
 * @property {string} [number]
 * @property {string} [locator]
 * @property {number} [line]
 * @property {Place} [place]
 */

/**
 * @typedef {{ file: string, base: string, status?: 'final' | 'provisional' | 'estimated', why?: undefined }
 *   | { why: 'computed' | 'outside' | 'not-plain' }} Editable
 */

/**
 * Asks for figures; what was asked of one state of the draft is asked once.
 */
export class Records {
  #app;
  /** @type {Map<string, Promise<FigureRecord>>} */
  #asked = new Map();

  /** @param {import('../app.js').App} app */
  constructor(app) {
    this.#app = app;
    app.on('state', () => {
      this.forget();
    });
  }

  forget() {
    this.#asked.clear();
  }

  /**
   * @param {string} key
   * @returns {Promise<FigureRecord>} Rejects where there is none.
   */
  get(key) {
    let record = this.#asked.get(key);
    if (!record) {
      record = /** @type {Promise<FigureRecord>} */ (
        this.#app.ask(`api/figure?key=${encodeURIComponent(key)}`)
      );
      this.#asked.set(key, record);
      record.catch(() => this.#asked.delete(key));
    }
    return record;
  }
}
