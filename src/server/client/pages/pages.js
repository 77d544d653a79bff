import { make } from '../element.js';
import { changedPages, pageTexts } from './changed-pages.js';
import { fetchPages } from './fetch-pages.js';
import { findingList, pageButton } from './findings.js';
import { outlineOf } from './outline.js';
import { PageStack } from './page-stack.js';
import { openPdf } from './pdf-library.js';
import { pointedFigure } from './pointed-figure.js';
import { toolbar } from './toolbar.js';
import { words as wordsOf } from './words.js';

/** Milliseconds without a save after which the pages are proofread: that takes as long as making them. */
const restBeforeAudit = 1000;

/**
 * The report as it will be printed: the real PDF, made again after each save while it is looked at.
 *
 * @param {import('../app.js').App} app
 */
export function install(app) {
  const words = app.words(wordsOf);
  const status = make('p', 'page-status');
  status.setAttribute('role', 'status');
  const changed = make('p', 'changed-pages');
  const problems = make('div', 'page-problems');
  const stack = new PageStack(words.pageName, () => {
    tools.update();
  });
  stack.element.setAttribute('aria-label', words.title);
  const tools = toolbar(stack, words);
  const aside = sidePanel(words);
  const bar = make(
    'div',
    'page-bar',
    aside.contentsButton,
    tools.element,
    status,
    changed,
    aside.findingsButton,
  );
  const body = make('div', 'page-body', aside.element, stack.element);
  const content = make('section', 'pages', bar, problems, body);
  const view = app.shell.addView({ id: 'pages', label: words.title, content, onShow: () => void refresh() });

  /** Draft the pages shown, and those last found wanting, are of. */
  let shown = 0;
  let failed = 0;
  let isBusy = false;
  /** @type {string[] | undefined} */
  let texts;
  /** @type {readonly import('./pointed-figure.js').PrintedFigure[]} */
  let figures = [];
  /** @type {number | undefined} */
  let audit;

  app.on('state', () => void refresh());
  app.on('connection', (connection) => {
    if (connection === 'lost') describe(words.lost, 'warning');
    else void refresh();
  });
  for (const [keys, description, run] of /** @type {[string[], string, () => void][]} */ ([
    [
      ['+', '='],
      words.larger,
      () => {
        stack.zoomBy(1);
      },
    ],
    [
      ['-'],
      words.smaller,
      () => {
        stack.zoomBy(-1);
      },
    ],
    [
      ['0'],
      words.fitWidth,
      () => {
        stack.zoomTo('width');
      },
    ],
    [
      ['9'],
      words.fitPage,
      () => {
        stack.zoomTo('page');
      },
    ],
  ]))
    // prettier-ignore
    app.keys.add({ keys, description, run, when: view.isShown });
  stack.element.addEventListener('click', (event) => {
    const page = Number(
      /** @type {Element} */ (event.target).closest('[data-page]')?.getAttribute('data-page'),
    );
    const key = pointedFigure(event, figures.filter((figure) => figure.page === page)); // prettier-ignore
    if (key !== undefined && document.getSelection()?.isCollapsed !== false)
      app.emit('inspect', { key, element: undefined });
  });

  async function refresh() {
    if (!view.isShown() || isBusy) return;
    isBusy = true;
    try {
      while (view.isShown() && (app.state?.page ?? 0) > Math.max(shown, failed)) await renew();
    } catch {
      describe(words.lost, 'warning');
      return;
    } finally {
      isBusy = false;
    }
    if (failed <= shown) describe(told(), app.state?.failed === true ? 'warning' : 'quiet');
  }

  function told() {
    if (shown === 0) return words.none;
    return app.state?.failed === true ? words.lastGood : words.newest;
  }

  async function renew() {
    window.clearTimeout(audit);
    describe(words.making, 'quiet');
    const { page, bytes, problems: found } = await fetchPages(app);
    if (!bytes) {
      failed = Math.max(page, app.state?.page ?? 0);
      describe(words.failed, 'error');
      problems.replaceChildren(findingList(found, words, goTo));
      return;
    }
    problems.replaceChildren();
    await stack.show(await openPdf(bytes));
    shown = page;
    failed = 0;
    content.dataset.draft = String(page);
    tools.update();
    await Promise.all([listContents(), markChanges()]);
    audit = window.setTimeout(() => void proofread(page), restBeforeAudit);
  }

  async function listContents() {
    const { pdf } = stack;
    if (pdf) aside.contents.replaceChildren(await outlineOf(pdf, goTo));
  }

  async function markChanges() {
    const { pdf } = stack;
    if (!pdf) return;
    const next = await pageTexts(pdf);
    const numbers = texts ? changedPages(texts, next) : [];
    texts = next;
    for (const number of numbers) stack.sheet(number)?.markChanged();
    const links = numbers.slice(0, 8).map((number) => pageButton(number, words, goTo, String(number)));
    const more = numbers.length > links.length ? ' …' : '';
    changed.replaceChildren(...(links.length > 0 ? [words.changed, ...links, more] : []));
  }

  /** @param {number} page */
  async function proofread(page) {
    const answer =
      /** @type {{ page: number, problems: import('./findings.js').Finding[], figures: typeof figures }} */ (
        await app.ask('api/layout').catch(() => ({ page: 0, problems: [], figures: [] }))
      );
    if (answer.page !== page || shown !== page) return;
    figures = answer.figures;
    content.dataset.audited = String(page);
    aside.findings.replaceChildren(findingList(answer.problems, words, goTo));
    aside.findingsButton.textContent = words.findings(answer.problems.length);
    aside.findingsButton.dataset.tone = answer.problems.length === 0 ? 'quiet' : 'warning';
  }

  /**
   * @param {number} page
   * @param {number} [fromTop]
   */
  function goTo(page, fromTop) {
    stack.goTo(page, fromTop);
    stack.element.focus({ preventScroll: true });
  }

  /**
   * @param {string} text
   * @param {'quiet' | 'warning' | 'error'} tone
   */
  function describe(text, tone) {
    status.textContent = text;
    status.dataset.tone = tone;
  }
}

/**
 * What stands beside the pages: their contents, or what is to be said of their layout.
 *
 * @param {import('./words.js').Words} words
 */
function sidePanel(words) {
  const contents = make('nav', 'page-contents');
  contents.setAttribute('aria-label', words.contents);
  const findings = make('section', 'page-findings');
  const contentsButton = make('button', 'contents-button', words.contents);
  const findingsButton = make('button', 'findings-button');
  const element = make('div', 'page-side', contents, findings);
  /** @type {[HTMLButtonElement, HTMLElement][]} */
  const panels = [
    [contentsButton, contents],
    [findingsButton, findings],
  ];
  /** @param {HTMLElement | undefined} open */
  const show = (open) => {
    for (const [button, panel] of panels) {
      panel.hidden = panel !== open;
      button.setAttribute('aria-expanded', String(panel === open));
    }
    element.hidden = open === undefined;
  };
  for (const [button, panel] of panels)
    button.addEventListener('click', () => {
      show(panel.hidden ? panel : undefined);
    });
  show(undefined);
  return { element, contents, findings, contentsButton, findingsButton };
}
