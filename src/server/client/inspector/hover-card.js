import { make } from '../element.js';

/** A small card at a figure: what it is and where it comes from. Nobody points at it, it hides nothing for long. */
export class HoverCard {
  #card = make('div', 'figure-card');
  #app;
  #words;

  /**
   * @param {import('../app.js').App} app
   * @param {import('./words.js').Words} words
   */
  constructor(app, words) {
    this.#app = app;
    this.#words = words;
    this.#card.setAttribute('role', 'status');
    this.#card.hidden = true;
    document.body.append(this.#card);
  }

  get isShown() {
    return !this.#card.hidden;
  }

  /**
   * @param {HTMLElement} element
   * @param {import('./record.js').FigureRecord} record
   */
  show(element, { name, regionName, text, time, source, formula, checks }) {
    const words = this.#words;
    const from = source ? `${source.number ?? ''}${source.title}` : formula ? formula.text : words.noSource;
    const lines = [
      make('strong', 'card-name', name),
      make('p', 'card-value', `${text}　${time}　${regionName}`),
      make('p', 'card-source', `${formula ? words.formula : words.source}：${from}`),
    ];
    for (const { isOwn, verdict, stated, computed = '—' } of checks)
      if (isOwn && (verdict === 'fails' || verdict === 'waived')) {
        const line = make('p', 'card-check', words.checkNumbers(stated, computed));
        line.dataset.verdict = verdict;
        lines.push(line);
      }
    lines.push(make('p', 'card-more', words.more));
    this.#card.replaceChildren(...lines);
    this.#card.hidden = false;
    this.#place(element);
  }

  hide() {
    this.#card.hidden = true;
  }

  /** Below the figure, or above it where there is no room. @param {HTMLElement} element */
  #place(element) {
    const frame = this.#app.draft.frame.getBoundingClientRect();
    const at = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const { width, height } = this.#card.getBoundingClientRect();
    const left = Math.min(frame.left + at.left, window.innerWidth - width - 8);
    const below = frame.top + at.bottom + 8;
    const top = below + height > window.innerHeight ? frame.top + at.top - height - 8 : below;
    this.#card.style.setProperty('--left', `${String(Math.max(left, 8))}px`);
    this.#card.style.setProperty('--top', `${String(Math.max(top, 8))}px`);
  }
}
