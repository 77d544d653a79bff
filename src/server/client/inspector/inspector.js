import { make } from '../element.js';
import { EditForm } from './edit-form.js';
import { HoverCard } from './hover-card.js';
import { keepInPlace } from './keep-in-place.js';
import { markFigures } from './mark-figures.js';
import { figuresOf, occurrencesOf } from './occurrences.js';
import { placesView } from './places-view.js';
import { followPointer } from './pointer.js';
import { Records } from './record.js';
import { recordView } from './record-view.js';
import { UndoButton } from './undo-button.js';
import { words as wordsOf } from './words.js';

/** Figures one can go back through. */
const longestTrail = 30;

/**
 * What is known of the figure pointed at, in a card beside it, and of the one inspected, in a pane, where it can be changed.
 *
 * @param {import('../app.js').App} app
 */
export function install(app) {
  const words = app.words(wordsOf);
  const records = new Records(app);
  const card = new HoverCard(app, words);
  const undo = new UndoButton(app, words, () => {
    records.forget();
    void refresh();
  });
  const form = new EditForm(app, words, (edit) => {
    undo.show(edit);
  });

  const head = make('header', 'figure-head');
  const empty = make('p', 'quiet', words.none);
  const body = make('div', 'figure-body', empty);
  const back = make('button', 'back', words.back);
  const follow = make('button', 'follow', words.follow);
  follow.title = words.followTitle;
  const tools = make('div', 'figure-tools', back, follow, undo.element);
  const content = make('section', 'inspector', tools, head, form.element, body);
  content.setAttribute('aria-label', words.pane);
  const pane = app.shell.addPane({
    id: 'inspector',
    label: words.pane,
    content,
    onOpen: () => {
      if (shown) void refresh();
    },
  });

  /**
   * The figure inspected, the place of it that was pointed at, and which of its places that is.
   *
   * @type {{ key: string, element: HTMLElement | undefined, index: number } | undefined}
   */
  let shown;
  /** @type {string[]} */
  let trail = [];
  let isPinned = false;
  let turn = 0;

  const pin = (/** @type {boolean} */ pinned) => {
    isPinned = pinned;
    follow.setAttribute('aria-pressed', String(!pinned));
  };

  /** The places of the figure in the page as it is now. */
  const places = () => (shown ? occurrencesOf(app.draft.document, shown.key) : []);

  /**
   * @param {string} key
   * @param {HTMLElement | undefined} element
   */
  const choose = (key, element) => {
    const all = occurrencesOf(app.draft.document, key);
    const index = Math.max(
      all.findIndex((one) => one.element === element),
      0,
    );
    shown = { key, element: all[index]?.element, index };
    mark();
  };

  const mark = () => {
    if (!shown) return;
    markFigures(
      app.draft.document,
      shown.element,
      pane.isOpen() ? places().map(({ element }) => element) : [],
    );
  };

  /** Show what is known of the figure chosen, as soon as the server has said it. */
  const refresh = async () => {
    if (!shown) return;
    const { key } = shown;
    turn += 1;
    const mine = turn;
    try {
      const record = await records.get(key);
      if (mine !== turn) return;
      render(record);
    } catch {
      if (mine === turn) body.prepend(make('p', 'gone', words.gone));
    }
  };

  /** @param {import('./record.js').FigureRecord} record */
  const render = (record) => {
    const { name, regionName, time, text, edit } = record;
    const kept = content.contains(document.activeElement) ? focusedPart() : undefined;
    head.replaceChildren(
      make('h2', 'figure-name', name),
      make('p', 'figure-value', text),
      make('p', 'quiet', `${regionName}　${time}`),
    );
    form.show(record);
    undo.show(record.undo);
    const isFixed = edit.why !== undefined;
    const notes = app.settings.readOnly
      ? [make('p', 'quiet', words.readOnly)]
      : isFixed
        ? [make('p', 'quiet', words.fixed[edit.why])]
        : [];
    const top = body.scrollTop;
    body.replaceChildren(
      ...notes,
      placesView(places(), shown?.element, goTo, words),
      ...recordView(app, record, words),
    );
    body.scrollTop = top;
    kept?.focus();
    mark();
  };

  /** A button that will be made anew but has the focus now: its successor, once it is there. */
  const focusedPart = () => {
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    const part = focused.dataset.part ?? '';
    if (!body.contains(focused) || part === '') return undefined;
    const at = [...body.querySelectorAll(`[data-part="${part}"]`)].indexOf(focused);
    return {
      focus: () => {
        const next = /** @type {HTMLElement | undefined} */ (
          body.querySelectorAll(`[data-part="${part}"]`)[at]
        );
        next?.focus({ preventScroll: true });
      },
    };
  };

  /** Go to a place of the figure shown and light it up. @param {HTMLElement} element */
  const goTo = (element) => {
    app.draft.goTo(element);
    choose(element.dataset.figure ?? '', element);
    const light = { backgroundColor: 'rgb(255 204 64 / 80%)' };
    element.animate([light, { backgroundColor: 'transparent' }], { duration: 1200, easing: 'ease-out' }).id =
      'shown-figure';
  };

  /** @param {HTMLElement} element */
  const showCard = async (element) => {
    const key = element.dataset.figure ?? '';
    try {
      const record = await records.get(key);
      if (pointed === element && element.isConnected) card.show(element, record);
    } catch {
      card.hide();
    }
  };

  /** @type {HTMLElement | undefined} */
  let pointed;
  followPointer(app, {
    onRest: (element) => {
      pointed = element;
      if (!element) card.hide();
      else if (pane.isOpen() && !isPinned && !form.isTyped) {
        choose(element.dataset.figure ?? '', element);
        void refresh();
      } else void showCard(element);
    },
    onPick: (element) => {
      app.emit('inspect', { key: element.dataset.figure ?? '', element });
    },
  });

  app.on('inspect', ({ key, element }) => {
    card.hide();
    if (shown && shown.key !== key) trail = [...trail, shown.key].slice(-longestTrail);
    back.hidden = trail.length === 0;
    pin(true);
    const wasOpen = pane.isOpen();
    choose(key, element);
    keepInPlace(shown?.element, () => {
      pane.open();
    });
    if (wasOpen) void refresh();
  });

  app.on('state', () => {
    if (shown && pane.isOpen()) void refresh();
  });
  app.draft.onChange((page) => {
    card.hide();
    if (!shown) return;
    const { key, element, index } = shown;
    const isThere = element?.isConnected === true && element.dataset.figure === key;
    if (!isThere) shown = { key, element: occurrencesOf(page, key)[index]?.element, index };
    mark();
  });

  /** @param {1 | -1} step */
  const step = (step) => {
    const all = figuresOf(app.draft.document);
    const at = shown?.element ? all.indexOf(shown.element) : -1;
    const from = at >= 0 ? at + step : all.findIndex((one) => one.getBoundingClientRect().top > 0);
    const next = all[Math.min(Math.max(from, 0), all.length - 1)];
    if (!next) return;
    app.draft.goTo(next);
    choose(next.dataset.figure ?? '', next);
    pin(true);
    pointed = next;
    if (pane.isOpen()) void refresh();
    else void showCard(next);
  };

  back.hidden = true;
  back.addEventListener('click', () => {
    const key = trail.pop();
    back.hidden = trail.length === 0;
    if (key === undefined) return;
    choose(key, undefined);
    void refresh();
  });
  follow.addEventListener('click', () => {
    pin(!isPinned);
  });
  pin(false);

  const isAtField = () => ['INPUT', 'SELECT'].includes(document.activeElement?.tagName ?? '');
  app.keys.add({
    keys: ']',
    description: words.next,
    run: () => {
      step(1);
    },
  });
  app.keys.add({
    keys: '[',
    description: words.previous,
    run: () => {
      step(-1);
    },
  });
  app.keys.add({
    keys: 'Enter',
    description: words.open,
    when: () => card.isShown && pointed !== undefined && isNowhere(),
    run: () => {
      if (pointed) app.emit('inspect', { key: pointed.dataset.figure ?? '', element: pointed });
    },
  });
  app.keys.add({
    keys: 'Escape',
    description: '',
    when: () => card.isShown || pane.isOpen(),
    run: () => {
      if (card.isShown) card.hide();
      else pane.close();
    },
  });
  app.keys.add({
    keys: 'mod+z',
    description: words.undoKey,
    when: () => content.contains(document.activeElement) && !isAtField() && !undo.element.hidden,
    run: () => void undo.undo(),
  });
}

/** Whether no button or link has the focus, whose key Enter is. */
function isNowhere() {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return true;
  return focused.tagName === 'IFRAME' && isBody(/** @type {HTMLIFrameElement} */ (focused).contentDocument);
}

/** @param {Document | null} page */
function isBody(page) {
  return page?.activeElement === page?.body;
}
