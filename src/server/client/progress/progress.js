import { make } from '../element.js';
import { placeLink } from '../places/place-link.js';
import { goToFigure } from '../shell/go-to-figure.js';
import { words as wordsOf } from './words.js';

/** @typedef {'final' | 'provisional' | 'missing'} Filling */
/** @typedef {Record<Filling, number>} Counts */

/**
 * See ../../progress/filling-progress.ts.
 *
 * @typedef {object} Item
 * @property {string} key
 * @property {string} name
 * @property {Filling} filling
 * @property {string} [printed]
 * @property {{ file: string, line: number, column: number }} place
 * @property {{ key: string, printed: string, period: string }} [expected]
 */

/**
 * @typedef {object} Group
 * @property {string} id
 * @property {{ zh: string, en?: string }} [department]
 * @property {string} [section]
 * @property {Counts} counts
 * @property {readonly Item[]} items
 */

/** @typedef {{ period: string, before?: string, counts: Counts, groups: readonly Group[] }} Progress */

/** @type {readonly Filling[]} What is still to be done comes first. */
const fillings = ['missing', 'provisional', 'final'];

/**
 * How far the figures of the report are, by who is to be asked for them.
 *
 * @param {import('../app.js').App} app
 */
export function install(app) {
  const words = app.words(wordsOf);
  const { language } = app.settings;
  const title = make('p', 'progress-title');
  const body = make('div', 'progress-body', make('p', 'progress-note', words.none));
  const content = make('section', 'progress', title, body);
  content.setAttribute('aria-label', words.pane);
  const pane = app.shell.addPane({
    id: 'progress',
    label: words.pane,
    content,
    onOpen: () => void refresh(),
  });
  let shown = 0;

  app.on('state', () => void refresh());

  async function refresh() {
    const page = app.state?.page ?? 0;
    if (!pane.isOpen() || page === shown) return;
    const progress = /** @type {Progress | undefined} */ (
      await app.ask('api/progress').catch(() => undefined)
    );
    if (!progress) return;
    shown = page;
    show(progress);
  }

  /** @param {Progress} progress */
  function show({ period, before, counts, groups }) {
    const unfolded = new Set(
      [...body.querySelectorAll('details[open]')].map((group) => group.getAttribute('data-group')),
    );
    title.textContent = words.title(period);
    const notes = [before === undefined ? words.alone : words.compared(before)];
    if (groups.some(({ section }) => section !== undefined)) notes.push(words.bySection);
    body.replaceChildren(
      summaryOf(counts),
      ...groups.map((group) => groupOf(group, unfolded)),
      ...notes.map((note) => make('p', 'progress-note', note)),
    );
  }

  /** @param {Counts} counts */
  function summaryOf(counts) {
    const numbers = fillings.map((filling) => {
      const number = make('strong', '', String(counts[filling]));
      const item = make('li', 'progress-count', `${words.filling[filling]} `, number);
      item.dataset.filling = filling;
      return item;
    });
    return make('div', 'progress-summary', barOf(counts), make('ul', 'progress-counts', ...numbers));
  }

  /**
   * @param {Group} group
   * @param {ReadonlySet<string | null>} unfolded
   */
  function groupOf({ id, department, section, counts, items }, unfolded) {
    const name = department
      ? ((language === 'en' ? department.en : undefined) ?? department.zh)
      : (section ?? id);
    const said = fillings
      .filter((filling) => counts[filling] > 0)
      .map((filling) => `${words.filling[filling]} ${String(counts[filling])}`);
    const numbers = make('span', 'progress-numbers', said.join(language === 'en' ? ', ' : '，'));
    const details = make('details', 'progress-group');
    details.dataset.group = id;
    details.open = unfolded.has(id);
    const summary = make('summary', '', make('strong', '', name), numbers, barOf(counts));
    details.append(summary);
    // Some hundred lines are made only when somebody wants to see them.
    const fill = () => {
      if (details.open && details.childElementCount === 1) details.append(listOf(items));
    };
    details.addEventListener('toggle', fill);
    fill();
    return details;
  }

  /** @param {readonly Item[]} items */
  function listOf(items) {
    const sorted = fillings.flatMap((filling) => items.filter((item) => item.filling === filling));
    return make('ul', 'progress-items', ...sorted.map(itemOf));
  }

  /** @param {Item} item */
  function itemOf({ key, name, filling, printed, place, expected }) {
    const button = make('button', 'progress-figure', name);
    button.addEventListener('click', () => {
      // What is not there cannot be shown; what it is expected for can.
      goToFigure(app, expected?.key ?? key);
    });
    const value = expected ? words.expected(expected.period, expected.printed) : (printed ?? '');
    const state = make('span', 'progress-state', words.filling[filling]);
    const item = make('li', 'progress-item', state, button, make('span', '', value), placeLink(app, place));
    item.dataset.filling = filling;
    return item;
  }
}

/**
 * The shares as a bar; what it shows is said in words beside it.
 *
 * @param {Counts} counts
 */
function barOf(counts) {
  const bar = make('span', 'progress-bar');
  bar.setAttribute('aria-hidden', 'true');
  for (const filling of [...fillings].reverse()) {
    if (counts[filling] === 0) continue;
    const part = make('span', '');
    part.dataset.filling = filling;
    part.style.flexGrow = String(counts[filling]);
    bar.append(part);
  }
  return bar;
}
