import { make } from '../element.js';

/** Views, of which one is shown, by the tab pattern of ARIA: one stop for Tab, arrows from one to the next. */
export class Tabs {
  list = make('div', 'tabs');
  panels = make('div', 'views');
  /** @type {Map<string, { tab: HTMLButtonElement, panel: HTMLElement, onShow: (() => void) | undefined }>} */
  #views = new Map();

  /** @param {string} label */
  constructor(label) {
    this.list.setAttribute('role', 'tablist');
    this.list.setAttribute('aria-label', label);
    this.list.addEventListener('keydown', (event) => {
      this.#move(event);
    });
  }

  /**
   * @param {{ id: string, label: string, content: HTMLElement, onShow?: () => void }} view
   * @returns {{ show: () => void, isShown: () => boolean }}
   */
  add({ id, label, content, onShow }) {
    const tab = make('button', 'tab', label);
    tab.id = `tab-${id}`;
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', `view-${id}`);
    tab.setAttribute('aria-selected', 'false');
    tab.dataset.view = id;
    tab.tabIndex = -1;
    // A frame may not be a tab's panel itself.
    const panel = make('div', 'view', content);
    panel.id = `view-${id}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    panel.dataset.view = id;
    panel.hidden = true;
    this.list.append(tab);
    this.panels.append(panel);
    this.#views.set(id, { tab, panel, onShow });
    const show = () => {
      this.show(id);
    };
    tab.addEventListener('click', show);
    return { show, isShown: () => !panel.hidden };
  }

  /** @param {string} id */
  show(id) {
    for (const [other, { tab, panel, onShow }] of this.#views) {
      const isShown = other === id;
      const isNew = isShown && Boolean(panel.hidden);
      panel.hidden = !isShown;
      tab.setAttribute('aria-selected', String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
      if (isNew) onShow?.();
    }
  }

  focusTab() {
    this.#shown?.tab.focus();
  }

  /** Into the view shown: its first stop, or the whole of it. */
  focusPanel() {
    const panel = this.#shown?.panel;
    const stop = /** @type {HTMLElement | null | undefined} */ (
      panel?.querySelector('iframe, button, a[href], input, [tabindex="0"]')
    );
    if (panel) panel.tabIndex = -1;
    (stop ?? panel)?.focus();
  }

  get #shown() {
    return [...this.#views.values()].find(({ panel }) => !panel.hidden);
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const tabs = [...this.#views.values()].map(({ tab }) => tab);
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const step = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (step === undefined || at === -1) return;
    event.preventDefault();
    const next = tabs.at(step % tabs.length);
    next?.click();
    next?.focus();
  }
}
