import { make } from '../element.js';
import { goToFigure, showPlace } from '../shell/go-to-figure.js';
import { resultItem } from './result-item.js';
import { words as wordsOf } from './words.js';

/** Milliseconds without a key before the server is asked. */
const rest = 80;

/**
 * Find a figure or a heading, as a combobox of ARIA: the focus stays in the field, arrows choose, Enter goes there.
 *
 * @param {import('../app.js').App} app
 */
export function install(app) {
  const words = app.words(wordsOf);
  const field = make('input', 'search-field');
  Object.assign(field, { type: 'search', placeholder: words.field, autocomplete: 'off', spellcheck: false });
  const attributes = {
    role: 'combobox',
    'aria-label': words.field,
    'aria-controls': 'found',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    autofocus: '',
  };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  const list = make('ul', 'found');
  list.id = 'found';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.pane);
  const count = make('p', 'found-count', words.hint);
  count.setAttribute('role', 'status');
  const content = make('section', 'search', make('div', 'search-head', field, count), list);
  const pane = app.shell.addPane({ id: 'search', label: words.pane, content });
  app.keys.add({
    keys: ['mod+k', '/'],
    description: words.open,
    run: () => {
      pane.enter();
      field.select();
    },
  });

  /** @type {readonly import('./result-item.js').Found[]} */
  let found = [];
  let chosen = 0;
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {number} index */
  const choose = (index) => {
    chosen = Math.max(0, Math.min(index, found.length - 1));
    for (const [at, item] of [...list.children].entries())
      item.setAttribute('aria-selected', String(at === chosen));
    const item = list.children[chosen];
    if (item) field.setAttribute('aria-activedescendant', item.id);
    else field.removeAttribute('aria-activedescendant');
    item?.scrollIntoView({ block: 'nearest' });
  };
  const go = () => {
    const hit = found[chosen];
    if (hit?.type === 'figure') goToFigure(app, hit.key);
    const heading = hit?.type === 'heading' ? app.draft.document.getElementById(hit.id) : null;
    if (heading) showPlace(app, heading);
  };
  const ask = async () => {
    asked += 1;
    const question = asked;
    const typed = field.value.trim();
    /** @type {{ found: readonly import('./result-item.js').Found[], count: number }} */
    let answer = { found: [], count: 0 };
    try {
      if (typed !== '')
        answer = /** @type {typeof answer} */ (await app.ask(`api/search?q=${encodeURIComponent(typed)}`));
    } catch {
      // Not there just now: that is said elsewhere.
    }
    // Answers may overtake each other.
    if (question !== asked) return;
    found = answer.found;
    count.textContent =
      typed === '' ? words.hint : found.length === 0 ? words.none : words.count(answer.count, found.length);
    list.replaceChildren(...found.map((hit, index) => resultItem(hit, index, words)));
    field.setAttribute('aria-expanded', String(found.length > 0));
    choose(0);
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), rest);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, PageDown: chosen + 8, PageUp: chosen - 8 }[
      event.key
    ];
    if (to !== undefined) choose(to);
    else if (event.key === 'Enter') go();
    else return;
    event.preventDefault();
  });
  // The focus stays in the field.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    const item = /** @type {Element} */ (target).closest('[role="option"]');
    if (!item) return;
    choose([...list.children].indexOf(item));
    go();
  });
  // What is listed may read otherwise after a save.
  app.on('state', () => {
    if (pane.isOpen()) void ask();
  });
}
